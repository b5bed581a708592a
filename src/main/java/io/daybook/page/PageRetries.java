package io.daybook.page;

import io.daybook.gateway.GatewayUnavailableException;
import io.daybook.run.Causes;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Whether and when one page is asked for again within its run: only while the gateway is
 * unavailable, and for seconds from the first time on. Whatever takes longer is the queue's to wait
 * for, so that a gateway that fails holds no worker that others need.
 */
public final class PageRetries implements Processor {
  /** No thread sleeps longer than this for a gateway that asks for time. */
  static final Duration WAIT_MAX = Duration.ofSeconds(5);

  /** A gateway that was silent for long already is not waited for once more by a worker. */
  static final Duration ASKING_MAX = Duration.ofSeconds(15);

  public boolean mayAskAgain(Exchange exchange, Exception failure) {
    return Causes.of(failure).equals("gateway-unavailable")
        && exchange.getClock().elapsed() <= ASKING_MAX.toMillis()
        && retryAfter(failure).compareTo(WAIT_MAX) <= 0;
  }

  /** Before the page is asked for again: waits as long as the gateway said, if it did. */
  @Override
  public void process(Exchange exchange) {
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    Duration wait = retryAfter(failure);
    if (!wait.isZero()) {
      exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, wait.toMillis());
    }
  }

  private static Duration retryAfter(Exception failure) {
    GatewayUnavailableException unavailable =
        Causes.find(failure, GatewayUnavailableException.class);
    return unavailable == null ? Duration.ZERO : unavailable.retryAfter();
  }
}
