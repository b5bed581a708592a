package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as the table holds it.
 *
 * @param erased whether the payload is a note in place of what the gateway sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record StoredRow(
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
    String payload,
    byte[] contentHash,
    Instant observedAt,
    boolean erased) {

  public static StoredRow of(ResultSet row, int index) throws SQLException {
    return new StoredRow(
        row.getString("transaction_id"),
        row.getString("type"),
        row.getString("status"),
        row.getString("effect"),
        row.getLong("amount_minor"),
        row.getString("currency"),
        row.getObject("fee_minor", Long.class),
        row.getTimestamp("occurred_at").toInstant(),
        row.getString("reference"),
        row.getString("related_id"),
        row.getString("payload"),
        row.getBytes("content_hash"),
        row.getTimestamp("observed_at").toInstant(),
        row.getBoolean("erased"));
  }

  /** Whether each column is what was mapped from a record. */
  public boolean hasColumnsOf(Transaction mapped) {
    return type.equals(mapped.type())
        && status.equals(mapped.status())
        && effect.equals(mapped.effect())
        && amountMinor == mapped.amountMinor()
        && currency.equals(mapped.currency())
        && Objects.equals(feeMinor, mapped.feeMinor())
        && occurredAt.equals(mapped.occurredAt().truncatedTo(ChronoUnit.MICROS))
        && Objects.equals(reference, mapped.reference())
        && Objects.equals(relatedId, mapped.relatedId());
  }

  public boolean hasHashOf(Transaction mapped) {
    return Arrays.equals(contentHash, mapped.contentHash());
  }

  /** Whether the payload is the very bytes of a record. */
  public boolean hasBytesOf(Transaction mapped) {
    return payload.equals(new String(mapped.raw().bytes(), StandardCharsets.UTF_8));
  }

  /** Whether the row's own hash is that of what stands in it, however that was mapped. */
  public boolean isConsistent(JsonNode parsedPayload) {
    byte[] hash =
        ContentHash.of(
            parsedPayload,
            type,
            status,
            effect,
            amountMinor,
            currency,
            feeMinor,
            occurredAt.getEpochSecond(),
            occurredAt.getNano(),
            reference,
            relatedId);
    return Arrays.equals(hash, contentHash);
  }
}
