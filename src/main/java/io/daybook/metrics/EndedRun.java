package io.daybook.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A run that is over, with its counts. */
record EndedRun(
    long id,
    String gateway,
    String outcome,
    @Nullable String cause,
    long millis,
    long inserted,
    long changed,
    long unchanged,
    long rejected,
    long vanished,
    long pages,
    long bytes) {

  static EndedRun of(ResultSet row) throws SQLException {
    return new EndedRun(
        row.getLong("run_id"),
        row.getString("gateway"),
        row.getString("outcome"),
        row.getString("cause"),
        Math.round(row.getDouble("seconds") * 1000),
        row.getLong("inserted"),
        row.getLong("changed"),
        row.getLong("unchanged"),
        row.getLong("rejected"),
        row.getLong("vanished"),
        row.getLong("pages"),
        row.getLong("bytes"));
  }
}
