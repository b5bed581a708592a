package io.daybook.sandbox;

import java.time.Instant;

/**
 * One transaction as its provider knows it. Amounts in the currency's minor unit, positive when
 * money comes to the merchant; the currency in upper case; of {@code amountMinor} so much was
 * {@code refundedMinor} later.
 */
public record Entry(
    String id,
    Instant occurredAt,
    String type,
    String status,
    Effect effect,
    long amountMinor,
    String currency,
    long feeMinor,
    long refundedMinor) {

  /** The same transaction with another state of affairs, as a provider changes it later. */
  public Entry as(String newStatus, Effect newEffect) {
    return new Entry(
        id, occurredAt, type, newStatus, newEffect, amountMinor, currency, feeMinor, refundedMinor);
  }

  public Entry withAmount(long newAmountMinor) {
    return new Entry(
        id, occurredAt, type, status, effect, newAmountMinor, currency, feeMinor, refundedMinor);
  }

  public Entry at(Instant newOccurredAt) {
    return new Entry(
        id, newOccurredAt, type, status, effect, amountMinor, currency, feeMinor, refundedMinor);
  }

  public Entry withId(String newId) {
    return new Entry(
        newId, occurredAt, type, status, effect, amountMinor, currency, feeMinor, refundedMinor);
  }
}
