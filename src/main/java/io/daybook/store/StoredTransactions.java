package io.daybook.store;

import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The target table as the idempotent repository: a transaction is known only if its row is there,
 * with this content. There is no second place that could say "done": adding and confirming do
 * nothing, the insert itself does it, and a process that dies before has forgotten nothing.
 */
public final class StoredTransactions extends ServiceSupport implements IdempotentRepository {

  @Override
  public boolean contains(Exchange exchange, String key) {
    return exchange.getVariable("batch", Batch.class).countIfStored(key);
  }

  @Override
  public boolean contains(String key) {
    throw new UnsupportedOperationException("Asked per batch only; see store-batch.camel.yaml");
  }

  @Override
  public boolean add(String key) {
    return true;
  }

  @Override
  public boolean confirm(String key) {
    return true;
  }

  @Override
  public boolean remove(String key) {
    return true;
  }

  @Override
  public void clear() {
    // Nothing is held here.
  }
}
