package io.daybook.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is being done about a day, apart from what is known of its data. Ages are measured by the
 * database's clock, which set these instants.
 *
 * @param inWork whether a worker holds the day now
 * @param activeSince when the run began that has the day, also if its lease has run out
 * @param wantedAt since when it waits to be put on the queue
 * @param wantedDaily whether as daily work, not as one of a range that may take weeks
 * @param askedAt when its message was put on the queue
 */
record Work(
    Instant readAt,
    boolean inWork,
    @Nullable Long runId,
    @Nullable String instance,
    @Nullable Instant activeSince,
    @Nullable Instant leaseUntil,
    @Nullable Instant requestedAt,
    @Nullable Instant wantedAt,
    boolean wantedDaily,
    @Nullable Instant askedAt,
    @Nullable Instant notBefore,
    @Nullable Instant nextCheckAt) {

  static Work of(ResultSet row) throws SQLException {
    return new Work(
        Columns.present(row, "read_at"),
        row.getBoolean("in_work"),
        row.getObject("active_run_id", Long.class),
        row.getString("active_instance"),
        Columns.instant(row, "active_since"),
        Columns.instant(row, "lease_until"),
        Columns.instant(row, "requested_at"),
        Columns.instant(row, "wanted_at"),
        row.getBoolean("wanted_daily"),
        Columns.instant(row, "asked_at"),
        Columns.instant(row, "not_before"),
        Columns.instant(row, "next_check_at"));
  }

  /** Whether a run has the day that no longer tells that it lives. */
  boolean leaseRanOut() {
    return runId != null && !inWork;
  }

  /** Whether somebody will act without being told: a worker, the queue, or what feeds it. */
  boolean isUnderWay() {
    return runId != null || wantedAt != null || askedAt != null;
  }

  Duration age(@Nullable Instant since) {
    return since == null ? Duration.ZERO : Duration.between(since, readAt);
  }
}
