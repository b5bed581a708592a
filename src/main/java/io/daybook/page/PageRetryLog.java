package io.daybook.page;

import io.daybook.gateway.PageRequest;
import io.daybook.run.Causes;
import io.daybook.run.Run;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells that a page is asked for again, in one line. */
public final class PageRetryLog implements Processor {
  private static final Logger LOG = LoggerFactory.getLogger(PageRetryLog.class);

  @Override
  public void process(Exchange exchange) {
    Run run = exchange.getVariable("run", Run.class);
    PageRequest page = exchange.getVariable("page", PageRequest.class);
    Exception reason = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    LOG.info(
        "{}: run {} asks for page {} again: {}",
        run.day(),
        run.id(),
        page.number(),
        Causes.message(reason));
  }
}
