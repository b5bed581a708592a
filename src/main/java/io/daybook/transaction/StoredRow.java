package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.database.Row;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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

  /** Takes the payload as text. */
  public static StoredRow of(Row row) {
    return new StoredRow(
        row.text("transaction_id"),
        row.text("type"),
        row.text("status"),
        row.text("effect"),
        row.number("amount_minor"),
        row.text("currency"),
        (Long) row.find("fee_minor"),
        instant(row, "occurred_at"),
        (String) row.find("reference"),
        (String) row.find("related_id"),
        row.text("payload"),
        (byte[]) row.value("content_hash"),
        instant(row, "observed_at"),
        row.flag("erased"));
  }

  private static Instant instant(Row row, String column) {
    return ((Timestamp) row.value(column)).toInstant();
  }

  /** Whether each column is what was mapped from a record. */
  public boolean hasColumnsOf(Transaction mapped) {
    return columnChanges(mapped).isEmpty();
  }

  /** Returns each column that is not what was mapped from a record. */
  public List<FieldChange> columnChanges(Transaction mapped) {
    return FieldChange.ofColumns(this, mapped);
  }

  public boolean hasHashOf(Transaction mapped) {
    return Arrays.equals(contentHash, mapped.contentHash());
  }

  /** Whether the payload is the very bytes of a record. */
  public boolean hasBytesOf(Transaction mapped) {
    return payload.equals(new String(mapped.raw().bytes(), StandardCharsets.UTF_8));
  }

  /** Whether the row's own hash is that of what counts of its payload, however that was mapped. */
  public boolean isConsistent(JsonNode lasting) {
    byte[] hash =
        ContentHash.of(
            lasting,
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
