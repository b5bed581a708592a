package io.daybook;

import io.daybook.database.Statements;
import io.daybook.deadletter.DeadLetters;
import io.daybook.gateway.GatewayClient;
import io.daybook.gateway.Gateways;
import io.daybook.gateway.Secrets;
import io.daybook.message.MessageReader;
import io.daybook.message.Messages;
import io.daybook.metrics.Metrics;
import io.daybook.page.Downloads;
import io.daybook.page.KeptTransactions;
import io.daybook.page.PageArchive;
import io.daybook.page.PageReader;
import io.daybook.page.PageRetries;
import io.daybook.queue.PollScheduler;
import io.daybook.queue.Polls;
import io.daybook.queue.Queues;
import io.daybook.queue.Visibility;
import io.daybook.route.Providers;
import io.daybook.run.Heartbeat;
import io.daybook.run.Runs;
import io.daybook.schedule.Schedule;
import io.daybook.settings.Settings;
import io.daybook.store.AddToBatch;
import io.daybook.store.Batches;
import io.daybook.store.StoredTransactions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The parts that the routes call by name, wired once. */
final class Parts implements AutoCloseable {
  /** Above a long poll of five seconds, and most pages of a gateway. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final DataSource dataSource;
  private final SqsClient sqs;
  private final Polls polls;
  private final Statements statements;
  private final Visibility visibility;
  private final Heartbeat heartbeat;
  private final GatewayClient gatewayClient;
  private final Runs runs;
  private final Metrics metrics;
  private final ExecutorService writers = Executors.newCachedThreadPool(Parts::writer);
  private final Map<String, Object> beans = new HashMap<>();

  Parts(Settings settings, Clock clock, DataSource dataSource) {
    this.dataSource = dataSource;
    sqs = Queues.client(settings.queue());
    polls = new Polls(sqs);
    statements = new Statements(dataSource);
    visibility = new Visibility(sqs, settings.queue().daysUrl());
    heartbeat = new Heartbeat(statements, visibility, settings.queue().visibilityTimeoutSeconds());
    gatewayClient = new GatewayClient(Duration.ofSeconds(settings.http().pageTimeoutSeconds()));
    Gateways gateways = new Gateways(settings.gateways());
    runs = new Runs(gateways, settings, heartbeat);
    metrics = Metrics.of(gateways, clock, statements);
    bind(settings, clock, gateways);
  }

  private void bind(Settings settings, Clock clock, Gateways gateways) {
    Providers providers = new Providers();
    Secrets secrets = secrets(settings);
    PageArchive archive = new PageArchive(settings.archiveDirectory(), settings.page().bytesMax());
    beans.put("dataSource", dataSource);
    beans.put("sqs", polls.client());
    beans.put(
        "pollScheduler",
        new PollScheduler(settings.worker().concurrency(), polls, heartbeat::leave));
    beans.putAll(metrics.beans());
    beans.put("clock", clock);
    beans.put("writers", writers);
    beans.put("providers", providers);
    beans.put("messages", new Messages(new MessageReader(gateways, clock), gateways));
    beans.put("schedule", new Schedule(gateways, settings.schedule(), statements, clock));
    beans.put("runs", runs);
    beans.put("visibility", visibility);
    beans.put("gatewayClient", gatewayClient);
    beans.put("downloads", new Downloads(providers, archive, settings.page().pagesMax(), secrets));
    beans.put("pageRetries", new PageRetries());
    beans.put(
        "pages",
        new PageReader(
            providers, settings.store().batchSize(), settings.store().writers(), secrets));
    beans.put("keptTransactions", new KeptTransactions(providers));
    beans.put("batches", new Batches());
    beans.put("addToBatch", new AddToBatch());
    beans.put("storedTransactions", new StoredTransactions());
    beans.put("deadLetters", new DeadLetters());
  }

  private static Secrets secrets(Settings settings) {
    return new Secrets(
        settings.gateways().values().stream().flatMap(g -> g.secrets().stream()).toList());
  }

  /** Each day in work has its own writers, so the number of threads is bounded by the settings. */
  private static Thread writer(Runnable task) {
    Thread thread = new Thread(task, "writer");
    thread.setDaemon(true);
    return thread;
  }

  Metrics metrics() {
    return metrics;
  }

  Map<String, Object> beans() {
    return beans;
  }

  /**
   * Lets what is in work end at its next batch or page, and nothing new begin; gives messages back.
   */
  void stopWork() {
    polls.refuse();
    heartbeat.stopRuns();
    try {
      if (!polls.awaitEnd(PATIENCE)) {
        runs.endAll(statements, visibility);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    metrics.close();
    heartbeat.close();
    gatewayClient.close();
    writers.shutdownNow();
    sqs.close();
  }
}
