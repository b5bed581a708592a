package io.daybook.run;

import io.daybook.database.Row;
import io.daybook.gateway.BusinessDay;
import io.daybook.message.DayRequest;
import io.daybook.message.Received;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a day that a message asks for, as {@code open-run.sql} tells.
 *
 * @param startedAt when the holder's run began, or null if it let go of the day meanwhile
 * @param rejectedId the rejected transaction that it tries again, or null if it downloads the day
 * @param rebuilds the run whose archived pages it reads, or null if it downloads the day
 */
record Holder(
    @Nullable Long runId,
    @Nullable String messageId,
    @Nullable String instance,
    @Nullable Instant startedAt,
    @Nullable Long rejectedId,
    @Nullable Long rebuilds,
    int secondsLeft) {
  private static final int WAIT_SECONDS_MIN = 2;
  private static final int WAIT_SECONDS_MAX = 300;

  static Holder of(Row row) {
    Timestamp startedAt = (Timestamp) row.find("holder_started_at");
    Number secondsLeft = (Number) row.find("holder_seconds_left");
    return new Holder(
        (Long) row.find("holder_run_id"),
        (String) row.find("holder_message_id"),
        (String) row.find("holder_instance"),
        startedAt == null ? null : startedAt.toInstant(),
        (Long) row.find("holder_rejected_id"),
        (Long) row.find("holder_rebuilds"),
        secondsLeft == null ? 1 : secondsLeft.intValue());
  }

  /**
   * A run that began after the message was sent, and for another message, does what this one asks:
   * if it fails, its own message is tried again. In every other case the message waits: a download
   * does not do what asks for a rejected transaction or a rebuild, nor the other way round.
   */
  RuntimeException refusal(BusinessDay day, DayRequest request, Received received) {
    boolean downloads =
        rejectedId == null
            && rebuilds == null
            && request.rejectedId() == null
            && request.rebuild() == null;
    boolean another = !Objects.equals(messageId, received.messageId());
    if (downloads && another && startedAt != null && startedAt.isAfter(received.sentAt())) {
      return new DayServedException(day, this);
    }
    return new DayInWorkException(day, this, waitSeconds(Instant.now()));
  }

  /**
   * As long again as the run has lasted, so that a long run does not have the message received so
   * often that the queue gives it up; not past the end of the lease, which a dead holder leaves.
   */
  private int waitSeconds(Instant now) {
    if (rejectedId != null) {
      return 1; // over within a second
    }
    long lasted = startedAt == null ? 0 : Duration.between(startedAt, now).toSeconds();
    long wait = Math.max(WAIT_SECONDS_MIN, Math.min(lasted, WAIT_SECONDS_MAX));
    return (int) Math.max(1, Math.min(secondsLeft + 1, wait));
  }

  @Override
  public String toString() {
    return runId == null ? "a run that has ended since" : "run " + runId + " of " + instance;
  }
}
