package io.daybook.run;

import io.daybook.gateway.BusinessDay;

/** Thrown when so many transactions were rejected that the mapping itself must be wrong. */
public final class TooManyRejectedException extends RuntimeException implements Failure {
  private static final long serialVersionUID = 1L;

  TooManyRejectedException(BusinessDay day, int rejectedMax) {
    super(
        ("More than %d transactions of %s were rejected (daybook.store.rejected-max); see"
                + " rejected_transactions for the reasons, then correct the provider's file")
            .formatted(rejectedMax, day));
  }

  @Override
  public String cause() {
    return "too-many-rejected";
  }
}
