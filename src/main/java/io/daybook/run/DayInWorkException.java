package io.daybook.run;

import io.daybook.gateway.BusinessDay;

/** Thrown when another worker holds the day. Its message waits until that worker is done. */
public final class DayInWorkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int waitSeconds;

  DayInWorkException(BusinessDay day, Object holder, int waitSeconds) {
    super("%s was in work by %s; asked again in %d s".formatted(day, holder, waitSeconds));
    this.waitSeconds = waitSeconds;
  }

  public int waitSeconds() {
    return waitSeconds;
  }
}
