package io.daybook.proof;

import io.daybook.testing.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a database server has written so far. Exact once all who wrote have closed their
 * connections.
 *
 * @param lsn the place in the write-ahead log of the whole server
 * @param fullPages whole pages among its records: after a checkpoint the first change of each
 * @param tables rows inserted, updated and deleted by table
 */
record Writes(String lsn, long records, long fullPages, Map<String, List<Long>> tables) {
  private static final String LOG =
      "SELECT pg_current_wal_insert_lsn() AS lsn, wal_records, wal_fpi FROM pg_stat_wal";
  private static final String TABLES =
      """
      SELECT relname, n_tup_ins, n_tup_upd, n_tup_del
      FROM pg_stat_user_tables WHERE schemaname = 'daybook'
      """;

  static Writes of(World world) {
    JdbcTemplate sql = world.sql();
    Map<String, List<Long>> tables = new TreeMap<>();
    sql.query(
        TABLES,
        row -> {
          tables.put(row.getString(1), List.of(row.getLong(2), row.getLong(3), row.getLong(4)));
        });
    return sql.query(
            LOG, (row, n) -> new Writes(row.getString(1), row.getLong(2), row.getLong(3), tables))
        .get(0);
  }

  /** Bytes of the write-ahead log since an earlier look. */
  long logBytesSince(Writes earlier, World world) {
    Long bytes =
        world
            .sql()
            .queryForObject(
                "SELECT CAST(CAST(? AS pg_lsn) - CAST(? AS pg_lsn) AS bigint)",
                Long.class,
                lsn,
                earlier.lsn());
    return bytes == null ? 0 : bytes;
  }

  /** Only of tables that were written to, as inserted, updated, deleted. */
  Map<String, List<Long>> tablesSince(Writes earlier) {
    Map<String, List<Long>> since = new TreeMap<>();
    tables.forEach(
        (table, rows) -> {
          List<Long> before = earlier.tables().getOrDefault(table, List.of(0L, 0L, 0L));
          if (!rows.equals(before)) {
            since.put(
                table,
                List.of(
                    rows.get(0) - before.get(0),
                    rows.get(1) - before.get(1),
                    rows.get(2) - before.get(2)));
          }
        });
    return since;
  }
}
