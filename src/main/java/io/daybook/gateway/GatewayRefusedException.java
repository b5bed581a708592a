package io.daybook.gateway;

import io.daybook.run.Failure;

/** Thrown when a gateway refused the credentials. Asking again does not help; a person must act. */
public final class GatewayRefusedException extends RuntimeException implements Failure {
  private static final long serialVersionUID = 1L;

  public GatewayRefusedException(String message) {
    super(message);
  }

  @Override
  public String cause() {
    return "gateway-refused";
  }
}
