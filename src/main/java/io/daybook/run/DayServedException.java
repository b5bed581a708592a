package io.daybook.run;

import io.daybook.gateway.BusinessDay;

/** Thrown when a worker already does what the message asks for; the message is done with. */
public final class DayServedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DayServedException(BusinessDay day, Object holder) {
    super(
        "%s is in work (%s), begun after it was asked for: that run serves this message, too"
            .formatted(day, holder));
  }
}
