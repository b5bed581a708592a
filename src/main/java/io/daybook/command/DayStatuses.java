package io.daybook.command;

import io.daybook.database.Statements;
import io.daybook.gateway.Gateway;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the days of a gateway; those that are due but have no row are shown as missing. */
final class DayStatuses {
  private final Statements statements;

  DayStatuses(Statements statements) {
    this.statements = statements;
  }

  /**
   * Returns the days of a range, oldest first.
   *
   * @param lastDue the newest day that is due
   */
  List<DayStatus> of(Gateway gateway, LocalDate from, LocalDate to, LocalDate lastDue) {
    TreeMap<LocalDate, DayStatus> days = new TreeMap<>();
    LocalDate firstDue = firstDue(gateway, lastDue);
    LocalDate first = from.isAfter(firstDue) ? from : firstDue;
    LocalDate last = to.isBefore(lastDue) ? to : lastDue;
    if (!first.isAfter(last)) {
      first
          .datesUntil(last.plusDays(1))
          .forEach(date -> days.put(date, DayStatus.missing(gateway.name(), date)));
    }
    statements
        .query(
            "show-days",
            Map.of("gateway", gateway.name(), "from", from, "to", to),
            (row, number) -> day(gateway.name(), row))
        .forEach(day -> days.put(day.date(), day));
    return List.copyOf(days.values());
  }

  /** From the setting on, or else from the first day ever asked for. */
  private LocalDate firstDue(Gateway gateway, LocalDate lastDue) {
    LocalDate since = gateway.since();
    if (since != null) {
      return since;
    }
    return statements
        .query(
            "find-first-day",
            Map.of("gateway", gateway.name()),
            (row, number) ->
                Objects.requireNonNullElse(row.getObject("first_day", LocalDate.class), lastDue))
        .get(0);
  }

  private static DayStatus day(String gateway, ResultSet row) throws SQLException {
    return new DayStatus(
        gateway,
        row.getObject("business_date", LocalDate.class),
        row.getString("state"),
        row.getString("proof"),
        row.getLong("transactions"),
        row.getObject("declared", Long.class),
        Amount.list(row.getString("totals")),
        row.getLong("rejected"),
        lastRun(row),
        row.getBoolean("in_work"),
        row.getString("cause"),
        row.getString("error"));
  }

  private static @Nullable LastRun lastRun(ResultSet row) throws SQLException {
    String outcome = row.getString("last_outcome");
    return outcome == null
        ? null
        : new LastRun(
            outcome,
            row.getLong("inserted"),
            row.getLong("changed"),
            row.getLong("unchanged"),
            finishedAt(row));
  }

  private static @Nullable Instant finishedAt(ResultSet row) throws SQLException {
    OffsetDateTime finishedAt = row.getObject("finished_at", OffsetDateTime.class);
    return finishedAt == null ? null : finishedAt.toInstant();
  }
}
