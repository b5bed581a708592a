package io.daybook.message;

import io.daybook.run.Failure;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a message asks for something that never can be done. It is dead-lettered at once, and
 * carries the gateway and date that were asked for as far as they could be read.
 */
public final class InvalidMessageException extends RuntimeException implements Failure {
  private static final long serialVersionUID = 1L;

  private final String cause;
  private final @Nullable String gateway;
  private final @Nullable LocalDate date;

  private InvalidMessageException(
      String cause, @Nullable String gateway, @Nullable LocalDate date, String message) {
    super(message);
    this.cause = cause;
    this.gateway = gateway;
    this.date = date;
  }

  static InvalidMessageException invalid(String why) {
    return new InvalidMessageException(
        "invalid-message", null, null, "The message cannot be used: " + why);
  }

  static InvalidMessageException unknownGateway(String name, Object enabled) {
    String shown = Excerpt.of(name);
    return new InvalidMessageException(
        "unknown-gateway",
        shown,
        null,
        "Gateway \"%s\" is not enabled; daybook.gateways enables %s".formatted(shown, enabled));
  }

  static InvalidMessageException notDue(String gateway, LocalDate date, LocalDate lastDayOver) {
    return new InvalidMessageException(
        "not-due",
        gateway,
        date,
        "%s %s is not over yet in the gateway's zone; the newest day that is over is %s"
            .formatted(gateway, date, lastDayOver));
  }

  public static InvalidMessageException unknownRejected(DayRequest request) {
    return new InvalidMessageException(
        "invalid-message",
        request.gateway(),
        request.date(),
        "%s %s has no rejected transaction %d; rejected_transactions lists those that it has"
            .formatted(request.gateway(), request.date(), request.rejectedId()));
  }

  /** A day that cannot be rebuilt from its archive. */
  public static InvalidMessageException notRebuilt(DayRequest request, String why) {
    return new InvalidMessageException(
        "archive-damaged",
        request.gateway(),
        request.date(),
        "%s %s is not rebuilt: %s".formatted(request.gateway(), request.date(), why));
  }

  @Override
  public String cause() {
    return cause;
  }

  public @Nullable String gateway() {
    return gateway;
  }

  public @Nullable LocalDate date() {
    return date;
  }
}
