package io.daybook.run;

import io.daybook.gateway.BusinessDay;
import io.daybook.gateway.Gateway;
import io.daybook.message.Received;
import io.daybook.plan.Plan;
import io.daybook.store.Listed;
import io.daybook.store.SeenIds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a day. Its id is also the fencing token: what it writes counts only while the
 * day's row names it, whatever this process believes.
 */
public final class Run {
  private final long id;
  private final int attempt;
  private final Gateway gateway;
  private final BusinessDay day;
  private final Received received;
  private final int rejectedMax;
  private final SeenIds seen = new SeenIds();
  private final Listed listed = new Listed();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong found = new AtomicLong();
  private final @Nullable Plan plan;
  private volatile boolean storedExpected = true;
  private volatile @Nullable RuntimeException stop;

  Run(long id, int attempt, Gateway gateway, LocalDate date, Received received, int rejectedMax) {
    this(id, attempt, gateway, date, received, rejectedMax, null);
  }

  private Run(
      long id,
      int attempt,
      Gateway gateway,
      LocalDate date,
      Received received,
      int rejectedMax,
      @Nullable Plan plan) {
    this.id = id;
    this.attempt = attempt;
    this.gateway = gateway;
    this.day = gateway.day(date);
    this.received = received;
    this.rejectedMax = rejectedMax;
    this.plan = plan;
  }

  /** What would be the day's next attempt: no table knows of it, and a plan takes what it finds. */
  public static Run planned(Gateway gateway, LocalDate date, int rejectedMax, Plan plan) {
    Received nothing = new Received("", "", "", "", Instant.EPOCH);
    return new Run(Long.MAX_VALUE, 1, gateway, date, nothing, rejectedMax, plan);
  }

  /** Where it is told what would be written; null if it is written. */
  public @Nullable Plan plan() {
    return plan;
  }

  public boolean isRecorded() {
    return plan == null;
  }

  public long id() {
    return id;
  }

  public int attempt() {
    return attempt;
  }

  public String gateway() {
    return day.gateway();
  }

  public String provider() {
    return gateway.provider();
  }

  public LocalDate date() {
    return day.date();
  }

  public BusinessDay day() {
    return day;
  }

  public Received received() {
    return received;
  }

  public SeenIds seen() {
    return seen;
  }

  public Listed listed() {
    return listed;
  }

  /**
   * Returns whether the next batch is likely to be stored already, in part at least. A guess that
   * saves a new day its look-ups; the primary key decides, and a wrong guess costs a second round.
   * In a plan only the look-up decides.
   */
  public boolean storedExpected() {
    return storedExpected || plan != null;
  }

  public void expectStored(boolean expected) {
    storedExpected = expected;
  }

  /** Makes the run end at its next batch or page. */
  void stopWith(RuntimeException reason) {
    stop = reason;
  }

  boolean mustStop() {
    return stop != null;
  }

  /** Throws the reason if the run must not go on: its lease is lost, or the process stops. */
  public void mustGoOn() {
    RuntimeException reason = stop;
    if (reason != null) {
      throw reason;
    }
  }

  /**
   * Adds to the rejected transactions of this run.
   *
   * @throws TooManyRejectedException if there are more than {@code daybook.store.rejected-max}
   */
  public void countRejected(int more) {
    if (rejected.addAndGet(more) > rejectedMax) {
      throw new TooManyRejectedException(day, rejectedMax);
    }
  }

  /** Adds to the transactions that the gateway listed, each counted once. */
  public void countFound(int more) {
    found.addAndGet(more);
  }

  public long found() {
    return found.get();
  }

  /** Returns what the statements about this run need to know of it. */
  public Map<String, Object> parameters() {
    return Map.of("runId", id, "gateway", gateway(), "date", date().toString());
  }
}
