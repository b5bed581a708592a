package io.daybook.page;

import io.daybook.store.Origin;
import io.daybook.transaction.RawTransaction;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A rejected transaction as it is kept: what its page showed, when and where.
 *
 * @param open whether it was not stored so far
 * @param accounted how often it was reported as stored or counted; once, when all is well
 */
record KeptTransaction(
    long id,
    int number,
    Instant observedAt,
    RawTransaction raw,
    boolean open,
    AtomicInteger accounted)
    implements Origin {

  @Override
  public void account(int transactions) {
    accounted.addAndGet(transactions);
  }
}
