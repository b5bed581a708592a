package io.daybook.metrics;

import io.daybook.database.Statements;
import io.daybook.gateway.Gateways;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the tables every 30 seconds, however often it is scraped, and keeps the last figures while
 * they cannot be read. Every instance tells the same of the same tables.
 */
public final class Metrics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
  private static final Duration INTERVAL = Duration.ofSeconds(30);

  private final MeterRegistry registry;
  private final DayMetrics days;
  private final LetterMetrics letters;
  private final RunMetrics runs;
  private final ScheduledExecutorService reader =
      Executors.newSingleThreadScheduledExecutor(Metrics::thread);
  private volatile long readAt = System.nanoTime();

  public static Metrics of(Gateways gateways, Clock clock, Statements statements) {
    MeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    return new Metrics(gateways, clock, statements, prometheus);
  }

  Metrics(Gateways gateways, Clock clock, Statements statements, MeterRegistry registry) {
    this.registry = registry;
    days = new DayMetrics(gateways, clock, statements, registry);
    letters = new LetterMetrics(statements, registry);
    runs = new RunMetrics(gateways, statements, registry);
    TimeGauge.builder("daybook.tables.read.age", this, TimeUnit.NANOSECONDS, Metrics::ageNanos)
        .description("Time since the tables were last read for these metrics")
        .register(registry);
  }

  /** The registry, under the name by which Camel finds it for metrics of its own. */
  public Map<String, Object> beans() {
    return Map.of(MicrometerConstants.METRICS_REGISTRY_NAME, registry);
  }

  public void start() {
    var unused =
        reader.scheduleWithFixedDelay(
            this::readOrKeep, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Throws if the database cannot be used. */
  synchronized void read() {
    days.read();
    letters.read();
    runs.read();
    readAt = System.nanoTime();
  }

  @SuppressWarnings("CatchingUnchecked") // an exception would end the schedule without a word
  private void readOrKeep() {
    try {
      read();
    } catch (Exception unreadable) {
      LOG.warn("The tables cannot be read for the metrics, which stay: {}", unreadable.toString());
    }
  }

  private double ageNanos() {
    return System.nanoTime() - readAt;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "metrics");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
