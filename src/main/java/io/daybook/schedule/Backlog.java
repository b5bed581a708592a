package io.daybook.schedule;

import io.daybook.database.Row;
import io.daybook.gateway.Gateway;
import io.daybook.gateway.Gateways;
import io.daybook.message.DayRequest;
import io.daybook.run.DayParameters;
import io.daybook.settings.ScheduleSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The days that wait in the table for their turn on the queue: what the statements about them need
 * to know. The application's clock says what is due; how long one instance has a day to itself, the
 * database's does.
 */
public final class Backlog {
  /** SQS keeps no message longer. */
  private static final Duration MESSAGE_LIFE = Duration.ofDays(14);

  private final Gateways gateways;
  private final ScheduleSettings settings;
  private final Clock clock;

  public Backlog(Gateways gateways, ScheduleSettings settings, Clock clock) {
    this.gateways = gateways;
    this.settings = settings;
    this.clock = clock;
  }

  /** Returns what the statements about all gateways need. */
  public Map<String, Object> now() {
    return Map.of(
        "now", clock.instant().toString(),
        "expired", clock.instant().minus(MESSAGE_LIFE).toString(),
        "gateways", gateways.all().stream().map(Gateway::name).toArray(String[]::new));
  }

  /** Returns what {@code claim-wanted-days.sql} needs. */
  public Map<String, Object> claim() {
    Map<String, Object> parameters = new HashMap<>(now());
    parameters.put("rangeDaysAhead", settings.rangeDaysAhead());
    return parameters;
  }

  /** Returns a row that it claimed as a message. */
  public WantedDay read(Map<String, Object> claimed) {
    Row row = new Row(claimed);
    DayRequest request =
        new DayRequest(
            row.text("gateway"),
            LocalDate.parse(row.text("date")),
            (String) row.find("wanted_request_id"),
            (String) row.find("wanted_reason"));
    Map<String, Object> mark =
        Map.of(
            "gateway", request.gateway(),
            "date", row.text("date"),
            "feedingUntil", row.text("feeding_until"));
    return new WantedDay(request.gateway() + row.text("wanted_group"), request.toJson(), mark);
  }

  /** Returns what {@code note-asked.sql} writes. */
  public Map<String, Object> row(DayRequest request) {
    Map<String, Object> row = DayParameters.of(gateways.get(request.gateway()), request);
    row.putAll(now());
    return row;
  }

  /** Returns what {@code want-day.sql} writes for a day of a group: empty, or {@code /range}. */
  public Map<String, Object> wanted(DayRequest request, String group) {
    Map<String, Object> row = postponed(request, notBefore(request));
    row.put("group", group);
    return row;
  }

  /** Returns from when on a day can be complete, or null if it can be by now. */
  public @Nullable Instant notBefore(DayRequest request) {
    Instant settled = gateways.get(request.gateway()).settledFrom(request.date());
    return settled.isAfter(clock.instant()) ? settled : null;
  }

  /** Returns what {@code postpone-day.sql} writes for a day whose settle delay has not passed. */
  public Map<String, Object> unsettled(DayRequest request) {
    return postponed(request, notBefore(request));
  }

  /** Returns the same for a day that the gateway says it does not have all of. */
  public Map<String, Object> notReady(DayRequest request) {
    Instant later = clock.instant().plusSeconds(settings.notReadyDelaySeconds());
    return postponed(request, later);
  }

  private Map<String, Object> postponed(DayRequest request, @Nullable Instant notBefore) {
    Map<String, Object> row = row(request);
    row.put("notBefore", notBefore == null ? null : notBefore.toString());
    return row;
  }
}
