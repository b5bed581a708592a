package io.daybook;

import io.daybook.database.Statements;
import io.daybook.deadletter.DeadLetters;
import io.daybook.gateway.Gateways;
import io.daybook.message.MessageReader;
import io.daybook.message.Messages;
import io.daybook.page.Downloads;
import io.daybook.page.KeptTransactions;
import io.daybook.page.PageArchive;
import io.daybook.page.PageReader;
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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The parts that the routes call by name, wired once. */
final class Parts implements AutoCloseable {
  private final DataSource dataSource;
  private final SqsClient sqs;
  private final Heartbeat heartbeat;
  private final ExecutorService writers = Executors.newCachedThreadPool(Parts::writer);
  private final Map<String, Object> beans = new HashMap<>();

  Parts(Settings settings, Clock clock, DataSource dataSource) {
    this.dataSource = dataSource;
    sqs = Queues.client(settings.queue());
    Statements statements = new Statements(dataSource);
    Visibility visibility = new Visibility(sqs, settings.queue().daysUrl());
    heartbeat = new Heartbeat(statements, visibility, settings.queue().visibilityTimeoutSeconds());
    bind(settings, clock, statements, visibility);
  }

  private void bind(Settings settings, Clock clock, Statements statements, Visibility visibility) {
    Gateways gateways = new Gateways(settings.gateways());
    Providers providers = new Providers();
    PageArchive archive = new PageArchive(settings.archiveDirectory(), settings.page().bytesMax());
    beans.put("dataSource", dataSource);
    beans.put("sqs", sqs);
    beans.put("clock", clock);
    beans.put("writers", writers);
    beans.put("providers", providers);
    beans.put("messages", new Messages(new MessageReader(gateways, clock), gateways));
    beans.put("schedule", new Schedule(gateways, settings.schedule(), statements, clock));
    beans.put("runs", new Runs(gateways, settings, heartbeat));
    beans.put("visibility", visibility);
    beans.put("downloads", new Downloads(providers, archive, settings.page().pagesMax()));
    beans.put(
        "pages",
        new PageReader(providers, settings.store().batchSize(), settings.store().writers()));
    beans.put("keptTransactions", new KeptTransactions(providers));
    beans.put("batches", new Batches());
    beans.put("addToBatch", new AddToBatch());
    beans.put("storedTransactions", new StoredTransactions());
    beans.put("deadLetters", new DeadLetters());
  }

  /** Each day in work has its own writers, so the number of threads is bounded by the settings. */
  private static Thread writer(Runnable task) {
    Thread thread = new Thread(task, "writer");
    thread.setDaemon(true);
    return thread;
  }

  Map<String, Object> beans() {
    return beans;
  }

  Heartbeat heartbeat() {
    return heartbeat;
  }

  @Override
  public void close() {
    heartbeat.close();
    writers.shutdownNow();
    sqs.close();
  }
}
