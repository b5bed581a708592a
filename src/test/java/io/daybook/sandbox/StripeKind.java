package io.daybook.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Mostly charges with their fee, now and then what goes out again; in dollars more than in others.
 */
final class StripeKind implements Kind {
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID_LENGTH = 21;

  @Override
  public Duration tick() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Entry entry(Instant at, SplittableRandom random) {
    String type = type(random.nextInt(1_000));
    String currency = currency(random.nextInt(100));
    long charged = charged(currency, random);
    long amount =
        type.equals("charge") ? charged : type.equals("payout") ? -charged * 50 : -charged;
    return new Entry(
        id(random), at, type, "available", Effect.POSTED, amount, currency, fee(type, charged), 0);
  }

  private static String type(int perMille) {
    return perMille < 880
        ? "charge"
        : perMille < 950
            ? "refund"
            : perMille < 985 ? "stripe_fee" : perMille < 993 ? "adjustment" : "payout";
  }

  private static String currency(int percent) {
    return percent < 62
        ? "USD"
        : percent < 80 ? "EUR" : percent < 90 ? "SAR" : percent < 96 ? "JPY" : "KWD";
  }

  /** Stripe's amounts in currencies of three decimals end in 0 (docs.stripe.com/currencies). */
  private static long charged(String currency, SplittableRandom random) {
    long minor = random.nextLong(300, 25_000);
    return currency.equals("KWD") ? minor * 10 : minor;
  }

  private static long fee(String type, long charged) {
    return switch (type) {
      case "charge" -> charged * 29 / 1_000 + 30;
      case "adjustment" -> 1_500;
      default -> 0;
    };
  }

  private static String id(SplittableRandom random) {
    StringBuilder id = new StringBuilder("txn_3Q");
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
