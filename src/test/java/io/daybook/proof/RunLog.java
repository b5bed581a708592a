package io.daybook.proof;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads in the log of started runs whether the days of each gateway were begun in their order. */
final class RunLog {
  /**
   * Begun although an earlier day of its gateway was not done: neither stored nor dead-lettered.
   */
  private static final String OVERTAKING =
      """
      SELECT later.gateway || ' ' || later.business_date || ' began before ' || earlier.business_date || ' was done'
        FROM runs later
        JOIN (SELECT DISTINCT gateway, business_date FROM days) earlier
          ON earlier.gateway = later.gateway AND earlier.business_date < later.business_date
       WHERE NOT EXISTS (SELECT FROM runs r
                          WHERE r.gateway = earlier.gateway AND r.business_date = earlier.business_date
                            AND r.outcome = 'succeeded' AND r.finished_at <= later.started_at)
         AND NOT EXISTS (SELECT FROM dead_letters l
                          WHERE l.gateway = earlier.gateway AND l.business_date = earlier.business_date
                            AND l.sent_at <= later.started_at)
       ORDER BY later.started_at, later.run_id
      """;

  /**
   * In the log of started runs: begun after a later day of its gateway, without having been
   * dead-lettered before that one began.
   */
  private static final String INVERSIONS =
      """
      SELECT r.gateway || ' ' || r.business_date || ' began after ' || later.business_date
        FROM runs r
        JOIN runs later ON later.gateway = r.gateway AND later.business_date > r.business_date
                       AND (later.started_at, later.run_id) < (r.started_at, r.run_id)
       WHERE NOT EXISTS (SELECT FROM dead_letters l
                          WHERE l.gateway = r.gateway AND l.business_date = r.business_date
                            AND l.sent_at <= later.started_at)
       ORDER BY r.started_at, r.run_id
      """;

  private final JdbcTemplate sql;

  RunLog(JdbcTemplate sql) {
    this.sql = sql;
  }

  /** Whatever began out of order; none if the promise holds. */
  List<String> disorder() {
    List<String> all = new ArrayList<>(sql.queryForList(OVERTAKING, String.class));
    all.addAll(sql.queryForList(INVERSIONS, String.class));
    return all;
  }

  /** Days of some gateways that were stored in a second, from the first that any gateway began. */
  double daysPerSecond(List<String> gateways) {
    Double perSecond =
        sql.queryForObject(
            """
            SELECT count(*) / extract(epoch FROM max(finished_at) - (SELECT min(started_at) FROM runs))
              FROM runs
             WHERE outcome = 'succeeded' AND gateway = ANY (string_to_array(?, ','))
            """,
            Double.class,
            String.join(",", gateways));
    return perSecond == null ? 0 : perSecond;
  }

  long number(String query) {
    Long number = sql.queryForObject(query, Long.class);
    return number == null ? 0 : number;
  }

  List<String> lines(String query) {
    return sql.queryForList(query, String.class);
  }
}
