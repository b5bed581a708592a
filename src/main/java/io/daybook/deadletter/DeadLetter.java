package io.daybook.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code dead_letters}, which is the record; the message on the queue only carries it.
 *
 * @param messageId the message that failed; after a redrive that failed again, its copy
 * @param sentAt null until the dead-letter queue has accepted it
 * @param redrives how often it was sent back to the days queue
 */
public record DeadLetter(
    long id,
    String messageId,
    String body,
    @Nullable String gateway,
    @Nullable LocalDate date,
    String cause,
    String error,
    int attempts,
    Instant failedAt,
    @Nullable Instant sentAt,
    String state,
    int redrives,
    @Nullable Instant changedAt,
    @Nullable String changedBy,
    @Nullable String changeReason) {

  public boolean isOpen() {
    return state.equals("open");
  }

  static DeadLetter of(ResultSet row, int number) throws SQLException {
    OffsetDateTime failedAt = row.getObject("failed_at", OffsetDateTime.class);
    return new DeadLetter(
        row.getLong("dead_letter_id"),
        row.getString("message_id"),
        row.getString("body"),
        row.getString("gateway"),
        row.getObject("business_date", LocalDate.class),
        row.getString("cause"),
        row.getString("error"),
        row.getInt("attempts"),
        failedAt.toInstant(),
        instant(row, "sent_at"),
        row.getString("state"),
        row.getInt("redrives"),
        instant(row, "changed_at"),
        row.getString("changed_by"),
        row.getString("change_reason"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
