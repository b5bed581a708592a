package io.daybook.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/** What the tables say of runs, read beside the processes that write them. */
record RunTable(Site site) {
  private static final String RUNS =
      """
      SELECT r.run_id, r.gateway, r.business_date, r.instance, r.outcome, r.started_at, r.finished_at,
             count(b.run_id) AS batches, coalesce(sum(b.fetched), 0) AS fetched,
             coalesce(sum(b.inserted), 0) AS inserted
        FROM runs r LEFT JOIN batches b ON b.run_id = r.run_id
       WHERE %s
       GROUP BY r.run_id
       ORDER BY r.run_id
      """;
  private static final RowMapper<RunRow> MAPPER =
      (row, number) ->
          new RunRow(
              row.getLong("run_id"),
              row.getString("gateway"),
              row.getObject("business_date", LocalDate.class),
              row.getString("instance"),
              Optional.ofNullable(row.getString("outcome")).orElse("none"),
              row.getTimestamp("started_at").toInstant(),
              Optional.ofNullable(row.getTimestamp("finished_at")).map(at -> at.toInstant()),
              row.getInt("batches"),
              row.getInt("fetched"),
              row.getInt("inserted"));

  List<RunRow> where(String condition, Object... arguments) {
    return site.sql().query(RUNS.formatted(condition), MAPPER, arguments);
  }

  /** Runs of one process that have not ended. */
  List<RunRow> open(Instance instance) {
    return where("r.instance = ? AND r.outcome IS NULL", instance.name());
  }

  /** Those of them that have committed a batch and have more to come. */
  List<RunRow> inTheMiddle(Instance instance) {
    return open(instance).stream().filter(this::isInTheMiddle).toList();
  }

  /** Whether a run that will commit nothing more ended between its first and its last batch. */
  boolean isInTheMiddle(RunRow run) {
    return run.batches() > 0 && run.fetched() < site.accounts().perDay();
  }

  RunRow now(RunRow run) {
    return where("r.run_id = ?", run.id()).get(0);
  }

  /** The run of the same day after this one. */
  Optional<RunRow> next(RunRow run) {
    return where(
            "r.gateway = ? AND r.business_date = ? AND r.run_id > ?",
            run.gateway(),
            run.date(),
            run.id())
        .stream()
        .findFirst();
  }

  int days() {
    return number("SELECT count(*) FROM days");
  }

  int daysInState(String condition) {
    return number("SELECT count(*) FROM days WHERE state " + condition);
  }

  int number(String sql, Object... arguments) {
    Integer number = site.sql().queryForObject(sql, Integer.class, arguments);
    return number == null ? 0 : number;
  }

  /** Whether no message waits or is in work, and each day was stored. */
  boolean allDone() {
    return site.asked() == 0
        && daysInState("IN ('stored', 'sealed')")
            == site.accounts().names().size() * site.accounts().days().size();
  }
}
