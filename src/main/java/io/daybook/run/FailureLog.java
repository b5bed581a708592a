package io.daybook.run;

import io.daybook.message.DayRequest;
import io.daybook.message.Received;
import io.daybook.queue.Visibility;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
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

  /**
   * Failures of database and queue that are waited for. Any other of theirs is a mistake of ours.
   */
  private static final List<Class<? extends Exception>> PASSING =
      List.of(
          TransientDataAccessException.class,
          RecoverableDataAccessException.class,
          DataAccessResourceFailureException.class,
          SQLTransientException.class,
          SQLRecoverableException.class,
          SdkException.class,
          DayInWorkException.class,
          LeaseLostException.class,
          StoppingException.class);

  private static final long POLL_FAILURES_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Visibility visibility;
  private final int retryDelaySeconds;
  private final AtomicLong pollFailureTold =
      new AtomicLong(System.nanoTime() - POLL_FAILURES_NANOS);

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
        || PASSING.stream().anyMatch(type -> Causes.find(reason, type) != null);
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

  /** A poll failed. Each poller would tell so several times a minute. */
  @Override
  public void handleException(String message, Throwable exception) {
    long now = System.nanoTime();
    long last = pollFailureTold.get();
    if (now - last >= POLL_FAILURES_NANOS && pollFailureTold.compareAndSet(last, now)) {
      String line = "The days queue cannot be polled: %s; polled again every few seconds";
      log(line.formatted(Causes.message(exception)), exception);
    }
  }

  @Override
  public void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
    if (exchange == null) {
      handleException(message, exception);
    } else if (exchange.getException() == null) {
      String line = "%s is done, but its message was not deleted: %s; it comes again for nothing";
      log(line.formatted(subject(exchange), Causes.message(exception)), exception);
    } else if (exchange.getProperty(TOLD) != exception) {
      exchange.setProperty(TOLD, exception);
      log(subject(exchange) + " failed: " + twice(exception) + giveBack(exchange), exception);
    }
  }

  /** What failed first, and then what failed in the routes that deal with it. */
  private static String twice(Throwable second) {
    Throwable[] first = second.getSuppressed();
    String message = Causes.message(second) + "; ";
    return first.length == 0
        ? message
        : "%s; then %s".formatted(Causes.message(first[first.length - 1]), message);
  }

  private String giveBack(Exchange exchange) {
    try {
      visibility.giveBack(exchange.getVariable("received", Received.class), retryDelaySeconds);
      return "its message comes again in " + retryDelaySeconds + " s";
    } catch (SdkException unreachable) {
      return "its message comes again after the visibility timeout";
    }
  }
}
