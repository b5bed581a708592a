package io.daybook.health;

import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The health checks of {@code /observe/health}, which Camel finds among its beans. */
public final class Health implements AutoCloseable {
  private static final int SECONDS_MAX = 5;

  private final ExecutorService threads = Executors.newCachedThreadPool(Health::daemon);
  private final Map<String, Object> beans = new HashMap<>();

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "probe");
    thread.setDaemon(true);
    return thread;
  }

  /** Liveness: each of these tells what only a restart can mend, or null. */
  public Health work(List<Supplier<@Nullable String>> faults) {
    beans.put("workCheck", new WorkCheck(faults));
    return this;
  }

  /** Readiness: whether the database answers. */
  public Health database(DataSource database) {
    Probe probe = new Probe(() -> ask(database), threads);
    beans.put("databaseCheck", new ServerCheck("database", probe, "daybook.database.url"));
    return this;
  }

  /** Readiness: whether the queue of requested days answers. */
  public Health queue(SqsClient sqs, String daysUrl) {
    Probe probe = new Probe(() -> ask(sqs, daysUrl), threads);
    String settings = "daybook.queue.days-url and what this process may do there";
    beans.put("queueCheck", new ServerCheck("queue", probe, settings));
    return this;
  }

  private static void ask(DataSource database) throws Exception {
    try (Connection connection = database.getConnection()) {
      if (!connection.isValid(SECONDS_MAX)) {
        throw new IllegalStateException("it does not answer");
      }
    }
  }

  private static void ask(SqsClient sqs, String daysUrl) {
    sqs.getQueueAttributes(
        request ->
            request
                .queueUrl(daysUrl)
                .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofSeconds(SECONDS_MAX))));
  }

  public Map<String, Object> beans() {
    return beans;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
