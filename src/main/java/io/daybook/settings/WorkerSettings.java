package io.daybook.settings;

/**
 * How many days are in work at once, and when a failed one is tried again; the delay doubles up to
 * its bound.
 */
public record WorkerSettings(
    int concurrency, int attempts, int retryDelaySeconds, int retryDelayMaxSeconds) {

  private static final Range CONCURRENCY = new Range(1, 64);
  private static final Range ATTEMPTS = new Range(1, 100);

  /** SQS hides a message for 12 hours at most. */
  private static final Range RETRY_DELAY = new Range(1, 43_200);

  public WorkerSettings {
    CONCURRENCY.check("concurrency", concurrency);
    ATTEMPTS.check("attempts", attempts);
    RETRY_DELAY.check("retryDelaySeconds", retryDelaySeconds);
    new Range(retryDelaySeconds, RETRY_DELAY.max())
        .check("retryDelayMaxSeconds", retryDelayMaxSeconds);
  }

  static WorkerSettings read(Values values) {
    int delay = values.read("daybook.worker.retry-delay", Kind.integer(RETRY_DELAY));
    Range notLess = new Range(delay, RETRY_DELAY.max());
    return new WorkerSettings(
        values.read("daybook.worker.concurrency", Kind.integer(CONCURRENCY)),
        values.read("daybook.worker.attempts", Kind.integer(ATTEMPTS)),
        delay,
        values.read("daybook.worker.retry-delay-max", Kind.integer(notLess)));
  }
}
