package io.daybook.metrics;

import io.daybook.database.Statements;
import io.daybook.gateway.Gateways;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;

/** Counts the runs that end while this instance lives, whichever instance they run on. */
final class RunMetrics {
  private static final List<String> OUTCOMES = List.of("succeeded", "failed", "stopped", "lost");
  private static final List<String> RESULTS =
      List.of("stored", "changed", "unchanged", "rejected", "vanished");

  private final EndedRuns ended;
  private final MeterRegistry registry;

  RunMetrics(Gateways gateways, Statements statements, MeterRegistry registry) {
    ended = new EndedRuns(statements);
    this.registry = registry;
    gateways.all().forEach(gateway -> begin(gateway.name()));
  }

  /** A counter that begins at zero shows its first increase. */
  private void begin(String gateway) {
    OUTCOMES.forEach(outcome -> duration(gateway, outcome));
    RESULTS.forEach(result -> transactions(gateway, result));
    pages(gateway);
    bytes(gateway);
  }

  void read() {
    ended.next().forEach(this::count);
  }

  private void count(EndedRun run) {
    String gateway = run.gateway();
    duration(gateway, run.outcome()).record(Duration.ofMillis(run.millis()));
    transactions(gateway, "stored").increment((double) run.inserted());
    transactions(gateway, "changed").increment((double) run.changed());
    transactions(gateway, "unchanged").increment((double) run.unchanged());
    transactions(gateway, "rejected").increment((double) run.rejected());
    transactions(gateway, "vanished").increment((double) run.vanished());
    pages(gateway).increment((double) run.pages());
    bytes(gateway).increment((double) run.bytes());
    if (run.cause() != null && run.outcome().equals("failed")) {
      failed(gateway, run.cause()).increment();
    }
  }

  private Timer duration(String gateway, String outcome) {
    return Timer.builder("daybook.run.duration")
        .description("Runs by outcome, and how long they took")
        .tags("gateway", gateway, "outcome", outcome)
        .register(registry);
  }

  private Counter failed(String gateway, String cause) {
    return Counter.builder("daybook.attempts.failed")
        .description("Attempts at a day that failed, by cause")
        .tags("gateway", gateway, "cause", cause)
        .register(registry);
  }

  private Counter transactions(String gateway, String result) {
    return Counter.builder("daybook.transactions")
        .description("Transactions by what a run did with them")
        .tags("gateway", gateway, "result", result)
        .register(registry);
  }

  private Counter pages(String gateway) {
    return Counter.builder("daybook.pages")
        .description("Raw pages of ended runs")
        .tags("gateway", gateway)
        .register(registry);
  }

  private Counter bytes(String gateway) {
    return Counter.builder("daybook.page.bytes")
        .description("Bytes of the raw pages of ended runs, as received")
        .tags("gateway", gateway)
        .register(registry);
  }
}
