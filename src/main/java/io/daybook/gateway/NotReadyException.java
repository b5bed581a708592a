package io.daybook.gateway;

import io.daybook.run.Failure;
import java.time.Instant;

/** Thrown when a gateway says that it does not have all of the day yet. No attempt is counted. */
public final class NotReadyException extends RuntimeException implements Failure {
  private static final long serialVersionUID = 1L;

  NotReadyException(BusinessDay day, String field, Instant until) {
    super(
        "%s ends at %s, and the gateway has data until %s only (\"%s\"); asked again later"
            .formatted(day, day.to(), until, field));
  }

  @Override
  public String cause() {
    return "not-ready";
  }
}
