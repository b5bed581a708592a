package io.daybook.transaction;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of a transaction that is another now.
 *
 * @param field a column, or a member of the payload by its JSON path ({@code $.source.type})
 * @param before as it is stored; null if it is not there
 * @param now as it is read now; null if it is not there
 */
public record FieldChange(String field, @Nullable String before, @Nullable String now) {

  /** Returns the columns of a row that are not what was mapped from a record. */
  static List<FieldChange> ofColumns(StoredRow before, Transaction now) {
    List<FieldChange> changes = new ArrayList<>(0);
    add(changes, "type", before.type(), now.type());
    add(changes, "status", before.status(), now.status());
    add(changes, "effect", before.effect(), now.effect());
    add(changes, "amount_minor", before.amountMinor(), now.amountMinor());
    add(changes, "currency", before.currency(), now.currency());
    add(changes, "fee_minor", before.feeMinor(), now.feeMinor());
    add(
        changes,
        "occurred_at",
        before.occurredAt(),
        now.occurredAt().truncatedTo(ChronoUnit.MICROS));
    add(changes, "reference", before.reference(), now.reference());
    add(changes, "related_id", before.relatedId(), now.relatedId());
    return changes;
  }

  private static void add(
      List<FieldChange> changes, String field, @Nullable Object before, @Nullable Object now) {
    if (!Objects.equals(before, now)) {
      changes.add(new FieldChange(field, text(before), text(now)));
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
