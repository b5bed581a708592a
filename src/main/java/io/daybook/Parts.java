package io.daybook;

import io.daybook.archive.Manifests;
import io.daybook.archive.PageStore;
import io.daybook.archive.PageStores;
import io.daybook.database.Availability;
import io.daybook.database.Impatient;
import io.daybook.database.Statements;
import io.daybook.deadletter.DeadLetters;
import io.daybook.evidence.Rebuilds;
import io.daybook.evidence.Retention;
import io.daybook.gateway.GatewayClient;
import io.daybook.gateway.GatewayHttp;
import io.daybook.gateway.Gateways;
import io.daybook.gateway.Secrets;
import io.daybook.health.FatalErrors;
import io.daybook.health.Health;
import io.daybook.message.MessageReader;
import io.daybook.message.Messages;
import io.daybook.metrics.Metrics;
import io.daybook.page.Downloads;
import io.daybook.page.Erasures;
import io.daybook.page.KeptTransactions;
import io.daybook.page.PageArchive;
import io.daybook.page.PageReader;
import io.daybook.page.PageRetries;
import io.daybook.page.PageRetryLog;
import io.daybook.queue.PollScheduler;
import io.daybook.queue.Polls;
import io.daybook.queue.Queues;
import io.daybook.queue.Visibility;
import io.daybook.route.Providers;
import io.daybook.run.FailureLog;
import io.daybook.run.Heartbeat;
import io.daybook.run.Runs;
import io.daybook.schedule.Backlog;
import io.daybook.schedule.Schedule;
import io.daybook.seal.Verdicts;
import io.daybook.settings.Settings;
import io.daybook.store.AddToBatch;
import io.daybook.store.Batches;
import io.daybook.store.StoredTransactions;
import io.daybook.store.Writers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The parts that the routes call by name, wired once. */
final class Parts implements AutoCloseable {
  /** Above most pages of a gateway. */
  private static final int PAGE_SECONDS = 7;

  private static final int HEARTBEAT_SECONDS_MAX = 30;

  /** A database that is away would keep each run waiting for as long as its pool waits. */
  private static final Duration ENDING = Duration.ofSeconds(5);

  private final DataSource dataSource;
  private final Duration patience;
  private final SqsClient sqs;
  private final Polls polls;
  private final FatalErrors fatalErrors = new FatalErrors();
  private final Health health = new Health();
  private final Statements statements;
  private final Visibility visibility;
  private final Heartbeat heartbeat;
  private final GatewayClient gatewayClient;
  private final PageStore store;
  private final Runs runs;
  private final Metrics metrics;
  private final Writers writers;
  private final Map<String, Object> beans = new HashMap<>();

  Parts(Settings settings, Clock clock, DataSource dataSource) {
    this.dataSource = dataSource;
    patience = Duration.ofSeconds(settings.queue().pollWaitSeconds() + PAGE_SECONDS);
    sqs = Queues.client(settings.queue());
    Availability database = new Availability(dataSource);
    polls = new Polls(sqs, database::isThere);
    statements = new Statements(dataSource);
    visibility = new Visibility(sqs, settings.queue().daysUrl());
    int leaseSeconds = settings.queue().visibilityTimeoutSeconds();
    heartbeat =
        new Heartbeat(
            new Statements(impatient(leaseSeconds)), visibility, leaseSeconds, fatalErrors);
    gatewayClient = new GatewayClient(Duration.ofSeconds(settings.http().pageTimeoutSeconds()));
    store = PageStores.open(settings.archive());
    Gateways gateways = new Gateways(settings.gateways());
    runs = new Runs(gateways, settings, heartbeat, database);
    database.whenBack(() -> runs.release(statements));
    writers = new Writers(fatalErrors, this::leave);
    metrics = Metrics.of(gateways, clock, statements);
    bind(settings, clock, gateways);
  }

  /** A heart that waits longer than until its next beat for a database that hangs beats no more. */
  private DataSource impatient(int leaseSeconds) {
    return new Impatient(
        dataSource, Math.max(1, Math.min(HEARTBEAT_SECONDS_MAX, leaseSeconds / 3)));
  }

  private void bind(Settings settings, Clock clock, Gateways gateways) {
    Providers providers = new Providers();
    Secrets secrets = Secrets.of(settings.gateways().values());
    Erasures erasures = new Erasures(statements);
    PageArchive archive = new PageArchive(store, settings.page().bytesMax(), clock);
    beans.put("dataSource", dataSource);
    beans.put("sqs", polls.client());
    beans.put(
        "pollScheduler",
        new PollScheduler(settings.worker().concurrency(), polls, fatalErrors, this::leave));
    health
        .work(List.of(fatalErrors::fault, polls::fault))
        .database(dataSource)
        .queue(sqs, settings.queue().daysUrl());
    beans.putAll(health.beans());
    beans.putAll(metrics.beans());
    beans.put("clock", clock);
    beans.put("writers", writers);
    beans.put("providers", providers);
    beans.put("messages", new Messages(new MessageReader(gateways, clock)));
    beans.put("schedule", new Schedule(gateways, settings.schedule(), statements, clock));
    beans.put("backlog", new Backlog(gateways, settings.schedule(), clock));
    beans.put("runs", runs);
    beans.put("visibility", visibility);
    beans.put("http", new GatewayHttp());
    beans.put("https", new GatewayHttp());
    beans.put("failureLog", new FailureLog(visibility, settings.worker().retryDelaySeconds()));
    beans.put("gatewayClient", gatewayClient);
    beans.put(
        "downloads",
        new Downloads(providers, archive, settings.page().pagesMax(), secrets, erasures));
    beans.put("manifests", new Manifests(store, statements, settings.instance()));
    beans.put("pageRetries", new PageRetries());
    beans.put("pageRetryLog", new PageRetryLog());
    beans.put(
        "pages",
        new PageReader(
            providers,
            archive,
            settings.store().batchSize(),
            settings.store().writers(),
            secrets,
            erasures));
    Verdicts verdicts = new Verdicts(settings, statements, clock);
    beans.put("verdicts", verdicts);
    beans.put("retention", new Retention(store, statements, settings.archive().keepDays()));
    beans.put("rebuilds", new Rebuilds(store, statements, verdicts));
    beans.put("keptTransactions", new KeptTransactions(providers, erasures));
    beans.put("batches", new Batches());
    beans.put("addToBatch", new AddToBatch());
    beans.put("storedTransactions", new StoredTransactions());
    beans.put("deadLetters", new DeadLetters());
  }

  /** Whoever worked on a message there will not go on: others are to take it, and not to wait. */
  private void leave(Thread poller) {
    heartbeat.leave(poller);
    polls.leave(poller);
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
      if (!polls.awaitEnd(patience)) {
        Bounded.run("end-runs", ENDING, () -> runs.endAll(statements, visibility));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    health.close();
    metrics.close();
    heartbeat.close();
    gatewayClient.close();
    writers.shutdownNow();
    sqs.close();
    store.close();
  }
}
