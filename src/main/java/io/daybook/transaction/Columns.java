package io.daybook.transaction;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The mapped columns of a record, before its content is hashed. */
record Columns(
    String id,
    String type,
    String status,
    String effect,
    @Nullable Long amountMinor,
    String currency,
    @Nullable Long feeMinor,
    Instant occurredAt,
    @Nullable String reference,
    @Nullable String relatedId) {

  Transaction of(RawTransaction raw) {
    long amount = Objects.requireNonNull(amountMinor);
    byte[] hash =
        ContentHash.of(
            raw.fields(),
            type,
            status,
            effect,
            amount,
            currency,
            feeMinor,
            occurredAt.getEpochSecond(),
            occurredAt.getNano(),
            reference,
            relatedId);
    return new Transaction(
        raw,
        id,
        type,
        status,
        effect,
        amount,
        currency,
        feeMinor,
        occurredAt,
        reference,
        relatedId,
        hash);
  }
}
