package io.daybook.run;

import io.daybook.gateway.BusinessDay;

/**
 * Thrown when a run no longer holds its day: another worker has it, and this one must not judge.
 */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException(BusinessDay day, long runId) {
    super(
        "Run %d no longer holds %s: its lease ran out or another worker took over; nothing more is written"
            .formatted(runId, day));
  }
}
