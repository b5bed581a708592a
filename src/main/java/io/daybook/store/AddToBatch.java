package io.daybook.store;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Adds the transaction whose id is the body to what its batch writes. A processor, because it runs
 * for each transaction and a bean's parameters would be bound anew each time.
 */
public final class AddToBatch implements Processor {

  @Override
  public void process(Exchange exchange) {
    exchange.getVariable("batch", Batch.class).add(exchange.getMessage().getBody(String.class));
  }
}
