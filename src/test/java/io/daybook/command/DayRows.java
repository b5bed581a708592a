package io.daybook.command;

import io.daybook.testing.World;

/** Writes days as the routes would leave them. */
final class DayRows {
  private final World world;

  DayRows(World world) {
    this.world = world;
  }

  /** A day of stripe; sealed ones are proven by their declared count. */
  void add(String date, String state) {
    world
        .sql()
        .update(
            """
            INSERT INTO days (gateway, business_date, state, proof, zone, window_from, window_to)
            VALUES ('stripe', ?::date, ?, CASE ? WHEN 'sealed' THEN 'declared-count' END, 'UTC',
                    ?::date, ?::date + 1)
            """,
            date,
            state,
            state,
            date,
            date);
  }

  /** The end of the day's last run. */
  void addRun(String date, String outcome, int inserted, int changed, int unchanged) {
    world
        .sql()
        .update(
            """
            WITH run AS (
              INSERT INTO runs (gateway, business_date, instance, message_id, attempt, finished_at, outcome,
                                fetched, inserted, changed, unchanged)
              VALUES ('stripe', ?::date, 'test', 'm1', 1, '2024-07-11 02:00Z', ?, ?, ?, ?, ?)
              RETURNING run_id
            )
            UPDATE days SET last_run_id = run.run_id, last_outcome = ?
            FROM run
            WHERE gateway = 'stripe' AND business_date = ?::date
            """,
            date,
            outcome,
            inserted + changed + unchanged,
            inserted,
            changed,
            unchanged,
            outcome,
            date);
  }

  void addTotal(String date, String currency, long postedMinor) {
    world
        .sql()
        .update(
            """
            INSERT INTO day_totals (gateway, business_date, currency, stored_count, posted_count, posted_minor)
            VALUES ('stripe', ?::date, ?, 1, 1, ?)
            """,
            date,
            currency,
            postedMinor);
  }

  void set(String date, String columns) {
    world
        .sql()
        .update(
            "UPDATE days SET " + columns + " WHERE gateway = 'stripe' AND business_date = ?::date",
            date);
  }

  void addDeadLetter(String date, String cause) {
    world
        .sql()
        .update(
            """
            INSERT INTO dead_letters (message_id, body, gateway, business_date, cause, error, attempts)
            VALUES (gen_random_uuid()::text, '{}', 'stripe', ?::date, ?, 'told', 5)
            """,
            date,
            cause);
  }

  /** What is noted of a request for a day of stripe. */
  String line(String date) {
    return String.valueOf(
        world
            .sql()
            .queryForObject(
                """
                SELECT state || ', ' || CASE WHEN wanted_at IS NOT NULL THEN 'wanted'
                                        ELSE 'asked at ' || to_char(asked_at AT TIME ZONE 'UTC', 'HH24:MI') END
                             || ', ' || wanted_reason
                FROM days WHERE gateway = 'stripe' AND business_date = ?::date
                """,
                String.class,
                date));
  }
}
