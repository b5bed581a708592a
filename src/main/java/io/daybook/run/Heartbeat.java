package io.daybook.run;

import io.daybook.database.Statements;
import io.daybook.health.FatalErrors;
import io.daybook.queue.Visibility;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the lease and the message's visibility of each run together, three times in their length.
 * A beat that fails is only a missed beat; a lease that is gone stops the run. Nothing that happens
 * in a beat ends the beating; an {@link Error} is told.
 */
public final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final Statements statements;
  private final Visibility visibility;
  private final int leaseSeconds;
  private final FatalErrors fatalErrors;
  private final Map<Long, ScheduledFuture<?>> beating = new ConcurrentHashMap<>();
  private final Map<Run, Thread> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(2, task -> daemon(task));

  private volatile boolean stopping;

  public Heartbeat(
      Statements statements, Visibility visibility, int leaseSeconds, FatalErrors fatalErrors) {
    this.statements = statements;
    this.visibility = visibility;
    this.leaseSeconds = leaseSeconds;
    this.fatalErrors = fatalErrors;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "heartbeat");
    thread.setDaemon(true);
    return thread;
  }

  void start(Run run) {
    long millis = leaseSeconds * 1000L / 3;
    running.put(run, Thread.currentThread());
    beating.put(
        run.id(),
        timer.scheduleAtFixedRate(() -> beat(run), millis, millis, TimeUnit.MILLISECONDS));
    if (stopping) {
      stopRuns();
    }
  }

  void stop(Run run) {
    running.remove(run);
    ScheduledFuture<?> beats = beating.remove(run.id());
    if (beats != null) {
      beats.cancel(false);
    }
  }

  @SuppressWarnings("CatchingUnchecked") // an exception that escaped would silently end the beating
  private void beat(Run run) {
    try {
      Map<String, Object> lease = new HashMap<>();
      lease.put("gateway", run.gateway());
      lease.put("date", run.date());
      lease.put("runId", run.id());
      lease.put("leaseSeconds", leaseSeconds);
      if (statements.update("renew-lease", lease) == 0) {
        run.stopWith(new LeaseLostException(run.day(), run.id()));
        return;
      }
      visibility.extend(run.received(), leaseSeconds);
    } catch (Exception missed) {
      LOG.warn(
          "{}: a heartbeat of run {} was missed: {}", run.day(), run.id(), Causes.message(missed));
    } catch (Error fatal) {
      fatalErrors.note("A heartbeat of " + run.day(), fatal);
    }
  }

  /** Asks every run to end at its next batch or page, so that the process can stop. */
  public void stopRuns() {
    stopping = true;
    running.keySet().forEach(run -> run.stopWith(new StoppingException(run.day())));
  }

  /** Runs whose end nobody took note of yet. */
  Set<Run> running() {
    return Set.copyOf(running.keySet());
  }

  /** Lets the leases run out of what that thread worked on; it will not go on. */
  public void leave(Thread dead) {
    running.forEach(
        (run, thread) -> {
          if (thread.equals(dead)) {
            stop(run);
          }
        });
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
