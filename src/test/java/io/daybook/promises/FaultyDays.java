package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.Comparison;
import io.daybook.sandbox.FaultyGateways;
import io.daybook.sandbox.Request;
import io.daybook.sandbox.StripeStandIn;
import io.daybook.testing.World;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Every fault of the table at work on a day of its own, in one application: first as the gateways
 * misbehave, then once more after they are healed.
 */
final class FaultyDays implements AutoCloseable {
  private static final String NOW =
      """
      SELECT d.state, coalesce(d.cause, '') AS cause, coalesce(d.error, '') AS error,
             (SELECT count(*) FROM transactions t
              WHERE t.gateway = d.gateway AND t.business_date = d.business_date) AS stored,
             coalesce((SELECT r.rejected FROM runs r
                       WHERE r.gateway = d.gateway AND r.business_date = d.business_date
                       ORDER BY r.run_id DESC LIMIT 1), 0) AS rejected
        FROM days d
       WHERE d.gateway = ? AND d.business_date = ?
      """;

  /** What became of a day; the row of the table says what should have. */
  record Found(Map<String, Object> day, List<Request> requests) {
    String line() {
      return "%s, %s, stored %s, rejected %s, requests %d"
          .formatted(
              day.get("state"),
              day.get("cause"),
              day.get("stored"),
              day.get("rejected"),
              requests.size());
    }
  }

  private final FaultyGateways gateways = new FaultyGateways();
  private final StripeStandIn elsewhere = new StripeStandIn(0);
  private final Faults faults = new Faults(gateways, elsewhere.url());
  private final World world = new World();
  private final Watch watch = new Watch(world);
  private final Map<String, LocalDate> dates = new LinkedHashMap<>();
  private final Map<String, Found> found = new TreeMap<>();

  FaultyDays() {
    world.settings().keySet().removeIf(name -> name.startsWith("daybook.gateway"));
    world.settings().putAll(gateways.settings());
    world
        .with("daybook.worker.concurrency", "6")
        .with("daybook.worker.attempts", "2")
        .with("daybook.worker.retry-delay-max", "2")
        .with("daybook.http.retries", "1")
        .with("daybook.http.response-timeout", "2")
        .with("daybook.http.page-timeout", "10")
        .with("daybook.page.bytes-max", "256000000");
  }

  /** Asks for the day of each row, and notes what became of it. */
  void misbehave(List<FaultRow> rows) {
    rows.forEach(this::prepare);
    world.start();
    rows.forEach(row -> ask(row, Watch.day(row.gateway(), date(row)), "first"));
    watch.untilNothingIsAsked();
    rows.forEach(row -> found.put(row.fault(), look(row)));
  }

  private void prepare(FaultRow row) {
    LocalDate date = World.YESTERDAY.minusDays(dates.size());
    dates.put(row.fault(), date);
    Behaviour fault = faults.byName().getOrDefault(row.fault(), Behaviour.honest());
    gateways.misbehave(row.gateway(), date, row.page(), fault);
  }

  /**
   * Heals the gateways; what was dead-lettered goes back as its dead letter's body, and any other
   * day is asked for again.
   */
  void redrive(List<FaultRow> rows) throws IOException {
    gateways.heal();
    Set<String> deadLetters = deadLetters();
    for (FaultRow row : rows) {
      String day = Watch.day(row.gateway(), date(row));
      assertThat(deadLetters.contains(day)).as(row.fault()).isEqualTo(row.isDeadLettered());
      ask(row, day, "again");
    }
    watch.untilNothingIsAsked();
  }

  private Set<String> deadLetters() {
    String url = world.queues().deadLettersUrl();
    Set<String> bodies = new HashSet<>();
    while (world.queues().size(url) > 0) {
      for (Message letter : world.queues().receive(url)) {
        bodies.add(letter.body());
        world.queues().delete(url, letter);
      }
    }
    return bodies;
  }

  /** Each in a group of its own, so that no day waits for another. */
  private void ask(FaultRow row, String body, String when) {
    world.queues().send(row.fault(), body, row.fault() + "-" + when);
  }

  private LocalDate date(FaultRow row) {
    return dates.get(row.fault());
  }

  private Found look(FaultRow row) {
    LocalDate date = date(row);
    return new Found(
        world.sql().queryForMap(NOW, row.gateway(), date), gateways.requests(row.gateway(), date));
  }

  Set<String> faults() {
    return faults.byName().keySet();
  }

  /** What became of a day while its gateway misbehaved. */
  Found found(FaultRow row) {
    return found.get(row.fault());
  }

  /** How a day stands now. */
  Found now(FaultRow row) {
    return look(row);
  }

  /** Against the gateways' own books, for all of their days. */
  List<String> differences() {
    return new Comparison(world.database(), gateways.truth()).differences();
  }

  List<String> differences(FaultRow row) {
    return new Comparison(world.database(), gateways.truth()).differences(row.gateway(), date(row));
  }

  /** From the end of a day's first run to the start of its second. */
  Duration betweenRuns(FaultRow row) {
    return seconds(
        row,
        """
        SELECT extract(epoch FROM max(started_at) - min(finished_at))
          FROM runs WHERE gateway = ? AND business_date = ?
        """);
  }

  Duration longestRun(FaultRow row) {
    return seconds(
        row,
        """
        SELECT extract(epoch FROM max(finished_at - started_at))
          FROM runs WHERE gateway = ? AND business_date = ?
        """);
  }

  private Duration seconds(FaultRow row, String sql) {
    Double seconds = world.sql().queryForObject(sql, Double.class, row.gateway(), date(row));
    return Duration.ofMillis((long) (seconds * 1000));
  }

  /** How often the host was asked that some answers point to. */
  int requestsElsewhere() {
    return elsewhere.requests().size();
  }

  /** All that was written down about failures. */
  List<String> errors() {
    return watch.lines(
        "SELECT error FROM runs WHERE error IS NOT NULL UNION ALL SELECT error FROM dead_letters"
            + " UNION ALL SELECT error FROM days WHERE error IS NOT NULL");
  }

  @Override
  public void close() {
    world.close();
    gateways.close();
    elsewhere.close();
  }
}
