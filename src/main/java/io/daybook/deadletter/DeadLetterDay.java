package io.daybook.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of the day that a dead letter asked for, and how its last run ended. */
public record DeadLetterDay(
    String state,
    @Nullable String proof,
    long transactions,
    long rejected,
    boolean inWork,
    @Nullable Long lastRunId,
    @Nullable String lastOutcome,
    @Nullable Instant lastStartedAt) {

  static DeadLetterDay of(ResultSet row, int number) throws SQLException {
    return new DeadLetterDay(
        row.getString("state"),
        row.getString("proof"),
        row.getLong("transactions"),
        row.getLong("rejected"),
        row.getBoolean("in_work"),
        row.getObject("run_id", Long.class),
        row.getString("outcome"),
        DeadLetter.instant(row, "started_at"));
  }
}
