package io.daybook.deadletter;

import java.util.Map;

/** What a person does about each cause before a dead letter is redriven. */
public final class Advice {
  private static final Map<String, String> BY_CAUSE =
      Map.of(
          "archive-damaged", "verify the day; put the damaged files back, or request the day instead",
          "invalid-message", "correct the sender; this message can never be done",
          "unknown-gateway", "enable the gateway, or correct the sender",
          "not-due", "wait until the day is over in the gateway's zone",
          "gateway-refused", "renew the gateway's credentials, and restart with them",
          "gateway-unavailable", "wait until the gateway is back",
          "gateway-answer",
              "compare the archived page with the provider's documentation; correct its file",
          "too-many-rejected", "read rejected_transactions; correct the provider's file",
          "rejected-transaction", "correct the provider's file, and restart with it");

  private Advice() {}

  public static String first(String cause) {
    return BY_CAUSE.getOrDefault(cause, "read the error and the log");
  }

  /** Whether trying the same message again can ever help. */
  public static boolean canBeDone(String cause) {
    return !cause.equals("invalid-message");
  }
}
