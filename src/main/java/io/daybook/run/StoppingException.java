package io.daybook.run;

import io.daybook.gateway.BusinessDay;

/** Thrown when the process stops: the run ends here, its message goes back to the queue at once. */
public final class StoppingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppingException(BusinessDay day) {
    super("Daybook stops: " + day + " goes back to the queue and starts again elsewhere");
  }
}
