package io.daybook.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Mostly paid, in riyals; what failed, waits or was refunded is a payment too, and amounts have no
 * sign.
 */
final class MoyasarKind implements Kind {
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  @Override
  public Duration tick() {
    return Duration.ofMillis(1);
  }

  @Override
  public Entry entry(Instant at, SplittableRandom random) {
    String status = status(random.nextInt(100));
    String currency = random.nextInt(100) < 97 ? "SAR" : "USD";
    long amount = random.nextLong(10, 1_500) * 100 + (random.nextBoolean() ? 0 : 75);
    return new Entry(
        id(random),
        at,
        type(random.nextInt(100)),
        status,
        effect(status),
        amount,
        currency,
        effect(status) == Effect.POSTED ? amount * 275 / 10_000 + 100 : 0,
        status.equals("refunded") ? amount : 0);
  }

  private static String type(int percent) {
    return percent < 80 ? "creditcard" : percent < 95 ? "applepay" : "stcpay";
  }

  private static String status(int percent) {
    return percent < 80
        ? "paid"
        : percent < 90 ? "failed" : percent < 93 ? "refunded" : rare(percent);
  }

  private static String rare(int percent) {
    return switch (percent) {
      case 93, 94 -> "captured";
      case 95, 96 -> "authorized";
      case 97 -> "voided";
      case 98 -> "verified";
      default -> "initiated";
    };
  }

  /**
   * Which of <a href="https://docs.moyasar.com/api/payments/payment-status-reference">the
   * statuses</a> moved money.
   */
  static Effect effect(String status) {
    return switch (status) {
      case "paid", "captured", "refunded" -> Effect.POSTED;
      case "initiated", "authorized" -> Effect.PENDING;
      default -> Effect.NONE;
    };
  }

  private static String id(SplittableRandom random) {
    long high = (random.nextLong() & ~0xF000L) | VERSION_4;
    long low = (random.nextLong() >>> 2) | VARIANT;
    return new UUID(high, low).toString();
  }
}
