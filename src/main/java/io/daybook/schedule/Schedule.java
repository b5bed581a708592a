package io.daybook.schedule;

import io.daybook.database.Statements;
import io.daybook.gateway.Gateway;
import io.daybook.gateway.Gateways;
import io.daybook.message.DayRequest;
import io.daybook.settings.ScheduleSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the days that are due and were never asked for. The timer's fire is only an occasion to
 * look: a fire that was missed is made good by the next one.
 */
public final class Schedule {
  private final Gateways gateways;
  private final ScheduleSettings settings;
  private final Statements statements;
  private final Clock clock;

  public Schedule(
      Gateways gateways, ScheduleSettings settings, Statements statements, Clock clock) {
    this.gateways = gateways;
    this.settings = settings;
    this.statements = statements;
    this.clock = clock;
  }

  /** Returns one request per missing day, oldest first within each gateway. */
  public List<DayRequest> missingDays() {
    return gateways.all().stream().flatMap(this::missingDays).toList();
  }

  private Stream<DayRequest> missingDays(Gateway gateway) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("gateway", gateway.name());
    parameters.put("since", gateway.since());
    parameters.put("lastDayDue", lastDayDue(gateway));
    parameters.put("lookbackDays", settings.lookbackDays());
    return statements
        .query("find-missing-days", parameters, (row, number) -> row.getObject(1, LocalDate.class))
        .stream()
        .map(date -> new DayRequest(gateway.name(), date, null, null));
  }

  /** The newest day that is over and settled: the provider shows all of it. */
  private LocalDate lastDayDue(Gateway gateway) {
    return gateway.lastDayOver(Clock.offset(clock, gateway.settleDelay().negated()));
  }
}
