package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
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

  /** Takes as well what counts of the record: all but its volatile fields. */
  Transaction of(RawTransaction raw, JsonNode lasting) {
    long amount = Objects.requireNonNull(amountMinor);
    byte[] hash =
        ContentHash.of(
            lasting,
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
