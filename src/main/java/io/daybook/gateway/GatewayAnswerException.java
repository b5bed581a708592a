package io.daybook.gateway;

import io.daybook.run.Failure;

/** Thrown when a gateway answered, but not with what its protocol says. Asking again may help. */
public final class GatewayAnswerException extends RuntimeException implements Failure {
  private static final long serialVersionUID = 1L;

  public GatewayAnswerException(String message) {
    super(message);
  }

  public GatewayAnswerException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public String cause() {
    return "gateway-answer";
  }
}
