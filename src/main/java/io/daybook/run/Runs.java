package io.daybook.run;

import io.daybook.database.Availability;
import io.daybook.database.Row;
import io.daybook.database.Statements;
import io.daybook.gateway.Gateway;
import io.daybook.gateway.GatewayUnavailableException;
import io.daybook.gateway.Gateways;
import io.daybook.gateway.NotReadyException;
import io.daybook.message.DayRequest;
import io.daybook.message.Received;
import io.daybook.queue.Visibility;
import io.daybook.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens and ends runs; between the two, their heartbeat keeps lease and message. */
public final class Runs {
  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

  private final Gateways gateways;
  private final Settings settings;
  private final Heartbeat heartbeat;
  private final Availability database;

  /** Runs of this process that are over, but whose end the database could not be told. */
  private final Set<Long> unreleased = ConcurrentHashMap.newKeySet();

  public Runs(Gateways gateways, Settings settings, Heartbeat heartbeat, Availability database) {
    this.gateways = gateways;
    this.settings = settings;
    this.heartbeat = heartbeat;
    this.database = database;
  }

  /** Returns what {@code open-run.sql} needs to take the day for a new run. */
  public Map<String, Object> opening(DayRequest request, Received received) {
    Map<String, Object> parameters = DayParameters.of(gateways.get(request.gateway()), request);
    parameters.put("instance", settings.instance());
    parameters.put("messageId", received.messageId());
    parameters.put("leaseSeconds", settings.queue().visibilityTimeoutSeconds());
    parameters.put("unreleased", unreleased.toArray(Long[]::new));
    return parameters;
  }

  /**
   * Returns the run that was opened, with its heart beating.
   *
   * @throws DayInWorkException if another worker holds the day, so that the message has to wait
   * @throws DayServedException if the worker that holds the day began after this message was sent
   */
  public Run open(DayRequest request, Received received, Map<String, Object> opened) {
    Row row = new Row(opened);
    Gateway gateway = gateways.get(request.gateway());
    if (row.find("run_id") == null) {
      throw Holder.of(row).refusal(gateway.day(request.date()), request, received);
    }
    long id = row.number("run_id");
    int attempt = row.count("attempt");
    Run run =
        new Run(id, attempt, gateway, request.date(), received, settings.store().rejectedMax());
    heartbeat.start(run);
    LOG.info("{}: run {} started, attempt {}", run.day(), id, attempt);
    return run;
  }

  /**
   * Takes note that the day was judged and the run is over.
   *
   * @throws LeaseLostException if the day was no longer this run's; then nothing was judged
   */
  public void judged(Run run, @Nullable Map<String, Object> row) {
    if (row == null) {
      throw new LeaseLostException(run.day(), run.id());
    }
    heartbeat.stop(run);
    LOG.info("{}", Outcome.of(run, new Row(row)));
  }

  /** Returns what {@code end-run.sql} needs to end a run that did not judge its day. */
  public Map<String, Object> ending(Run run, Exception reason) {
    heartbeat.stop(run);
    unreleased.add(run.id());
    boolean stopping = Causes.find(reason, StoppingException.class) != null;
    boolean stopped = stopping || Causes.find(reason, NotReadyException.class) != null;
    Map<String, Object> parameters = new HashMap<>(run.parameters());
    parameters.put("outcome", stopped ? "stopped" : "failed");
    parameters.put("cause", stopping ? null : Causes.of(reason));
    parameters.put("error", Causes.message(reason));
    return parameters;
  }

  /**
   * Leaves a run whose end the database cannot be told now; the next one of its message ends it.
   * Returns after how many seconds that is to begin.
   */
  public int leave(@Nullable Run run) {
    if (run != null) {
      heartbeat.stop(run);
      unreleased.add(run.id());
    }
    database.lost();
    return retryDelaySeconds(run);
  }

  /**
   * Gives back the days of runs that ended here while the database could not be told. Otherwise
   * another instance that receives their messages would wait for leases that nobody needs.
   */
  public void release(Statements statements) {
    Long[] ended = unreleased.toArray(Long[]::new);
    statements.update("release-days", Map.of("runIds", ended));
    List.of(ended).forEach(unreleased::remove);
  }

  /**
   * Ends what still runs, from outside: a gateway that is slow to answer keeps its thread from
   * noticing that the process stops. What such a thread writes later is refused, as its lease is
   * gone.
   */
  public void endAll(Statements statements, Visibility visibility) {
    heartbeat.running().forEach(run -> end(run, statements, visibility));
  }

  @SuppressWarnings(
      "CatchingUnchecked") // one that cannot be ended keeps neither others nor the stop
  private void end(Run run, Statements statements, Visibility visibility) {
    try {
      statements.update("end-run", ending(run, new StoppingException(run.day())));
      visibility.giveBack(run.received(), 0);
      LOG.warn("{}: run {} was ended; its day goes on elsewhere", run.day(), run.id());
    } catch (Exception unreachable) {
      LOG.warn(
          "{}: run {} could not be ended; its day goes on after the visibility timeout: {}",
          run.day(),
          run.id(),
          Causes.message(unreachable));
    }
  }

  /** Stops the heart of a run that lost its day; there is nothing to end in the database. */
  public void abandon(Run run) {
    heartbeat.stop(run);
  }

  /**
   * Returns whether this was the last attempt before the message is dead-lettered. Never for a run
   * that was told to stop: what fails then may have failed because of the stop.
   */
  public boolean isLastAttempt(@Nullable Run run) {
    return run != null && !run.mustStop() && run.attempt() >= settings.worker().attempts();
  }

  /** Returns after how many seconds a message asks again for a day that another worker holds. */
  public int waitSeconds(Exception reason) {
    DayInWorkException held = Causes.find(reason, DayInWorkException.class);
    return held == null ? 1 : held.waitSeconds();
  }

  /**
   * Returns after how many seconds a failed day is tried again: doubled each time, up to a limit.
   */
  public int retryDelaySeconds(@Nullable Run run) {
    int doublings = Math.min(run == null ? 0 : run.attempt() - 1, 16);
    long delay = (long) settings.worker().retryDelaySeconds() << doublings;
    return (int) Math.min(delay, settings.worker().retryDelayMaxSeconds());
  }

  /** Returns the same, or what an unavailable gateway asked for if that is longer. */
  public int retryDelaySeconds(@Nullable Run run, Exception reason) {
    GatewayUnavailableException asking = Causes.find(reason, GatewayUnavailableException.class);
    long asked = asking == null ? 0 : asking.retryAfter().toSeconds();
    long longer = Math.max(asked, retryDelaySeconds(run));
    return (int) Math.min(longer, settings.worker().retryDelayMaxSeconds());
  }
}
