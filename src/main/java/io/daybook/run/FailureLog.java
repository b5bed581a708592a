package io.daybook.run;

import io.daybook.message.DayRequest;
import io.daybook.message.Received;
import io.daybook.queue.Visibility;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells of each failure once, in one line: which day, what went wrong, what happens next. A stack
 * trace follows only where nobody expected the failure. What goes wrong in the routes that deal
 * with failures ends here, too: then the message comes again, rather than wait for its visibility
 * timeout.
 */
public final class FailureLog implements ExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
  private static final String TOLD = "daybook.told";

  private final Visibility visibility;
  private final int retryDelaySeconds;

  public FailureLog(Visibility visibility, int retryDelaySeconds) {
    this.visibility = visibility;
    this.retryDelaySeconds = retryDelaySeconds;
  }

  /** An attempt failed, and the queue brings the message again. */
  public void again(Exchange exchange, int seconds) {
    tell(exchange, "failed", "tried again in " + seconds + " s");
  }

  /** The database cannot be used, which is waited for. */
  public void waits(Exchange exchange, int seconds) {
    tell(exchange, "waits for the database", "asked again in " + seconds + " s");
  }

  /** The message is on the dead-letter queue. */
  public void kept(Exchange exchange) {
    tell(exchange, "failed", "kept as a dead letter");
  }

  /** The day is another worker's, or the next process's; what is told says so itself. */
  public void handedOver(Exchange exchange) {
    Exception reason = told(exchange);
    LOG.info("{}", Causes.message(reason));
  }

  private static void tell(Exchange exchange, String what, String next) {
    Exception reason = told(exchange);
    log("%s %s: %s; %s".formatted(subject(exchange), what, Causes.message(reason), next), reason);
  }

  /** Returns what the routes deal with, which this log need not tell again. */
  private static Exception told(Exchange exchange) {
    Exception reason = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    exchange.setProperty(TOLD, reason);
    return reason;
  }

  private static void log(String line, Throwable reason) {
    if (isExpected(reason)) {
      LOG.warn("{}", line);
    } else {
      LOG.error("{}", line, reason);
    }
  }

  private static boolean isExpected(Throwable reason) {
    return !Causes.of(reason).equals("internal")
        || Causes.find(reason, DataAccessException.class) != null
        || Causes.find(reason, SdkException.class) != null;
  }

  private static String subject(Exchange exchange) {
    if (exchange.getVariable("run") instanceof Run run) {
      return "%s: run %d, attempt %d,".formatted(run.day(), run.id(), run.attempt());
    }
    if (exchange.getVariable("request") instanceof DayRequest request) {
      return request.gateway() + " " + request.date() + ":";
    }
    Received received = exchange.getVariable("received", Received.class);
    return "Message " + (received == null ? "" : received.messageId());
  }

  @Override
  public void handleException(Throwable exception) {
    handleException("", exception);
  }

  @Override
  public void handleException(String message, Throwable exception) {
    log(
        "The days queue cannot be polled: %s; polled again within seconds"
            .formatted(why(exception)),
        exception);
  }

  @Override
  public void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
    if (exchange == null) {
      handleException(message, exception);
    } else if (exchange.getException() == null) {
      log(
          "%s is done, but its message could not be deleted: %s; it comes again, and changes nothing"
              .formatted(subject(exchange), why(exception)),
          exception);
    } else if (exchange.getProperty(TOLD) != exception) {
      exchange.setProperty(TOLD, exception);
      log(
          "%s failed, and so did what was to be done about it: %s; %s"
              .formatted(subject(exchange), why(exception), giveBack(exchange)),
          exception);
    }
  }

  private String giveBack(Exchange exchange) {
    try {
      Received received = exchange.getVariable("received", Received.class);
      visibility.giveBack(received, retryDelaySeconds);
      return "the message stays on the queue and comes again in " + retryDelaySeconds + " s";
    } catch (SdkException unreachable) {
      return "the message stays on the queue and comes again after the visibility timeout";
    }
  }

  /** The failure, and which one it was to be the answer to. */
  private static String why(Throwable failure) {
    String why = Causes.message(failure);
    return failure.getSuppressed().length == 0
        ? why
        : why + " (first: " + Causes.message(failure.getSuppressed()[0]) + ")";
  }
}
