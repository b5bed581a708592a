package io.daybook.deadletter;

import java.time.Duration;

/** Lets so many through in a second, evenly; a slow one is made up for by those behind it. */
final class Pace {
  private final double perSecond;
  private long startNanos;
  private long passed;

  Pace(double perSecond) {
    this.perSecond = perSecond;
  }

  /** Waits for its turn. */
  void await() {
    if (passed == 0) {
      startNanos = System.nanoTime();
    }
    long due = startNanos + (long) (passed * 1e9 / perSecond);
    passed++;
    long wait = due - System.nanoTime();
    if (wait > 0) {
      sleep(wait);
    }
  }

  private static void sleep(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos).toMillis(), (int) (nanos % 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
