package io.daybook.deadletter;

import static java.util.Map.entry;

import java.util.Map;

/** What a person does about each cause before a dead letter is redriven. */
public final class Advice {
  private static final Map<String, String> BY_CAUSE =
      Map.ofEntries(
          entry("archive-unavailable", "make room in the archive, or make it writable"),
          entry(
              "archive-damaged",
              "verify the day; put the damaged files back, or request the day instead"),
          entry("invalid-message", "correct the sender; this message can never be done"),
          entry("unknown-gateway", "enable the gateway, or correct the sender"),
          entry("not-due", "wait until the day is over in the gateway's zone"),
          entry("gateway-refused", "renew the gateway's credentials, and restart with them"),
          entry("gateway-unavailable", "wait until the gateway is back"),
          entry(
              "gateway-answer",
              "compare the archived page with the provider's documentation; correct its file"),
          entry("too-many-rejected", "read rejected_transactions; correct the provider's file"),
          entry("rejected-transaction", "correct the provider's file, and restart with it"));

  private Advice() {}

  public static String first(String cause) {
    return BY_CAUSE.getOrDefault(cause, "read the error and the log");
  }

  /** Whether trying the same message again can ever help. */
  public static boolean canBeDone(String cause) {
    return !cause.equals("invalid-message");
  }
}
