package io.daybook.proof;

import java.time.Instant;
import java.util.List;

/**
 * Notes in the database which process tried to write what, also if nothing came of it: a trigger
 * for each statement, which fires for no row, too. And keeps the heartbeats of one process waiting,
 * so that nothing but the database itself can tell it that its day is lost.
 */
final class Watchman {
  private static final List<String> SETUP =
      List.of(
          "CREATE SCHEMA watch",
          "CREATE TABLE watch.attempts (application text, target text, at timestamptz)",
          "CREATE TABLE watch.slow (application text)",
          """
          CREATE FUNCTION watch.note() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            INSERT INTO watch.attempts
            VALUES (current_setting('application_name'), TG_TABLE_NAME, clock_timestamp());
            RETURN NULL;
          END $$
          """,
          """
          CREATE FUNCTION watch.delay() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            IF current_query() LIKE '-- At each heartbeat%' AND EXISTS
                 (SELECT FROM watch.slow WHERE application = current_setting('application_name')) THEN
              PERFORM pg_sleep(5);
            END IF;
            RETURN NULL;
          END $$
          """,
          """
          CREATE TRIGGER note BEFORE INSERT ON daybook.transactions
          FOR EACH STATEMENT EXECUTE FUNCTION watch.note()
          """,
          """
          CREATE TRIGGER note BEFORE INSERT ON daybook.seals
          FOR EACH STATEMENT EXECUTE FUNCTION watch.note()
          """,
          """
          CREATE TRIGGER delay BEFORE UPDATE ON daybook.days
          FOR EACH STATEMENT EXECUTE FUNCTION watch.delay()
          """);

  private final Site site;

  Watchman(Site site) {
    this.site = site;
    SETUP.forEach(site.database()::execute);
  }

  void delayHeartbeats(Instance instance) {
    site.sql().update("INSERT INTO watch.slow VALUES (?)", instance.name());
  }

  void delayNobody() {
    site.sql().update("DELETE FROM watch.slow");
  }

  /** How often a process has tried to write to a table since then. */
  int attempts(Instance instance, String table, Instant since) {
    Integer count =
        site.sql()
            .queryForObject(
                "SELECT count(*) FROM watch.attempts WHERE application = ? AND target = ? AND at > ?",
                Integer.class,
                instance.name(),
                table,
                java.sql.Timestamp.from(since));
    return count == null ? 0 : count;
  }
}
