package io.daybook.gateway;

import io.daybook.run.Failure;

/**
 * Thrown when a gateway could not be reached or said that it cannot answer now. Passes by itself.
 */
public final class GatewayUnavailableException extends RuntimeException implements Failure {
  private static final long serialVersionUID = 1L;

  public GatewayUnavailableException(String message) {
    super(message);
  }

  public GatewayUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public String cause() {
    return "gateway-unavailable";
  }
}
