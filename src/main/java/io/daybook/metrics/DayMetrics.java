package io.daybook.metrics;

import io.daybook.database.Statements;
import io.daybook.gateway.DueDays;
import io.daybook.gateway.Gateway;
import io.daybook.gateway.Gateways;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many days there are in each state, and how long the oldest of them is due. */
final class DayMetrics {
  private static final List<String> STATES =
      List.of(
          "missing",
          "requested",
          "failed",
          "incomplete",
          "mismatch",
          "accepted",
          "stored",
          "sealed");
  private static final Set<String> ANSWERED_FOR = Set.of("accepted", "sealed");
  private static final Set<String> NOT_STORED = Set.of("missing", "requested", "failed");

  /** The days of one gateway in one state. */
  private record Count(
      String gateway,
      String state,
      long days,
      @Nullable LocalDate oldestDue,
      long inWork,
      long wanted,
      long asked) {

    static Count of(ResultSet row, int number) throws SQLException {
      return new Count(
          row.getString("gateway"),
          row.getString("state"),
          row.getLong("days"),
          row.getObject("oldest_due", LocalDate.class),
          row.getLong("in_work"),
          row.getLong("wanted"),
          row.getLong("asked"));
    }
  }

  private final Gateways gateways;
  private final Clock clock;
  private final Statements statements;
  private final MultiGauge states;
  private final MultiGauge inWork;
  private final MultiGauge wanted;
  private final MultiGauge asked;
  private final MultiGauge unproven;
  private final MultiGauge unstored;

  DayMetrics(Gateways gateways, Clock clock, Statements statements, MeterRegistry registry) {
    this.gateways = gateways;
    this.clock = clock;
    this.statements = statements;
    states =
        gauge(
            registry,
            "daybook.days",
            "Days by state; those that are due without a row are missing");
    inWork = gauge(registry, "daybook.days.in.work", "Days that a worker holds");
    wanted = gauge(registry, "daybook.days.wanted", "Days that wait to be put on the queue");
    asked = gauge(registry, "daybook.days.asked", "Days whose message is on the queue or in work");
    unproven =
        gauge(
            registry,
            "daybook.oldest.unproven.day.age.seconds",
            "Since when the oldest day is due that is neither sealed nor accepted; 0 if there is none");
    unstored =
        gauge(
            registry,
            "daybook.oldest.unstored.day.age.seconds",
            "Since when the oldest day is due that is missing, requested or failed; 0 if there is none");
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  void read() {
    List<Count> counts = statements.query("count-days", parameters(), Count::of);
    states.register(states(counts), true);
    inWork.register(sums(counts, Count::inWork), true);
    wanted.register(sums(counts, Count::wanted), true);
    asked.register(sums(counts, Count::asked), true);
    unproven.register(
        ages(counts.stream().filter(c -> !ANSWERED_FOR.contains(c.state())).toList()), true);
    unstored.register(
        ages(counts.stream().filter(c -> NOT_STORED.contains(c.state())).toList()), true);
  }

  private Map<String, Object> parameters() {
    List<Gateway> all = List.copyOf(gateways.all());
    return Map.of(
        "gateways", all.stream().map(Gateway::name).toArray(String[]::new),
        "since", all.stream().map(g -> Objects.toString(g.since(), null)).toArray(String[]::new),
        "lastDue", all.stream().map(g -> DueDays.last(g, clock).toString()).toArray(String[]::new));
  }

  /** Zeros included, so that an alert on a state does not wait for its first day. */
  private List<Row<?>> states(List<Count> counts) {
    List<Row<?>> rows = new ArrayList<>();
    for (Gateway gateway : gateways.all()) {
      for (String state : STATES) {
        long days =
            counts.stream()
                .filter(c -> c.gateway().equals(gateway.name()) && c.state().equals(state))
                .mapToLong(Count::days)
                .sum();
        rows.add(Row.of(Tags.of("gateway", gateway.name(), "state", state), days));
      }
    }
    return rows;
  }

  private List<Row<?>> sums(List<Count> counts, ToLongFunction<Count> what) {
    List<Row<?>> rows = new ArrayList<>();
    for (Gateway gateway : gateways.all()) {
      rows.add(
          Row.of(
              Tags.of("gateway", gateway.name()),
              counts.stream()
                  .filter(c -> c.gateway().equals(gateway.name()))
                  .mapToLong(what)
                  .sum()));
    }
    return rows;
  }

  private List<Row<?>> ages(List<Count> counts) {
    List<Row<?>> rows = new ArrayList<>();
    for (Gateway gateway : gateways.all()) {
      long seconds =
          counts.stream()
              .filter(c -> c.gateway().equals(gateway.name()))
              .flatMap(c -> Stream.ofNullable(c.oldestDue()))
              .map(date -> Duration.between(DueDays.since(gateway, date), clock.instant()))
              .mapToLong(Duration::toSeconds)
              .max()
              .orElse(0);
      rows.add(Row.of(Tags.of("gateway", gateway.name()), seconds));
    }
    return rows;
  }
}
