package io.daybook.gateway;

import io.daybook.run.Failure;
import java.time.Duration;

/**
 * Thrown when a gateway could not be reached or said that it cannot answer now. Passes by itself.
 */
public final class GatewayUnavailableException extends RuntimeException implements Failure {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public GatewayUnavailableException(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  public GatewayUnavailableException(String message, Throwable cause) {
    super(message, cause);
    this.retryAfter = Duration.ZERO;
  }

  @Override
  public String cause() {
    return "gateway-unavailable";
  }

  /** How long the gateway wants to be left alone; zero if it did not say. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
