package io.daybook.transaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as it will stand in the table.
 *
 * @param raw what it was read from; its bytes are the payload
 * @param effect {@code posted}, {@code pending} or {@code none}: sums of money count {@code posted}
 * @param amountMinor signed, in minor units by ISO 4217: money to us is positive
 * @param currency ISO 4217, upper case
 * @param feeMinor what the provider kept, or null if it does not say
 * @param contentHash SHA-256 over the payload as a JSON value and the mapped columns
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record Transaction(
    RawTransaction raw,
    String id,
    String type,
    String status,
    String effect,
    long amountMinor,
    String currency,
    @Nullable Long feeMinor,
    Instant occurredAt,
    @Nullable String reference,
    @Nullable String relatedId,
    byte[] contentHash) {}
