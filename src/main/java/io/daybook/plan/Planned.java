package io.daybook.plan;

import io.daybook.store.Change;
import io.daybook.transaction.FieldChange;
import io.daybook.transaction.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be done with one transaction.
 *
 * @param id null for a rejected one, whose id may not be readable
 * @param note what it is, what is special about it, or why it is rejected
 * @param because for a changed one {@code gateway} or {@code mapping}, as its superseded version
 *     would say
 * @param fields what of a changed one is another now
 */
public record Planned(
    What what,
    @Nullable String id,
    @Nullable String note,
    @Nullable String because,
    List<FieldChange> fields) {

  static Planned added(Transaction transaction, Shown shown) {
    String note =
        "%s, %s, %d minor units of %s, %s"
            .formatted(
                transaction.type(),
                transaction.status(),
                transaction.amountMinor(),
                transaction.currency(),
                transaction.occurredAt());
    return new Planned(What.NEW, shown.text(transaction.id()), shown.text(note), null, List.of());
  }

  static Planned changed(Change change, Shown shown) {
    List<FieldChange> fields = change.fields();
    return new Planned(
        What.CHANGED,
        shown.text(change.now().id()),
        note(change, fields.size(), shown),
        change.because(),
        shown.fields(fields));
  }

  private static @Nullable String note(Change change, int fields, Shown shown) {
    if (change.vanished()) {
      return "it had vanished, and is listed again";
    }
    if (fields == 0) {
      return "other fields of it are volatile than when it was stored";
    }
    return fields > shown.fieldsMax()
        ? "%d fields, of which the first %d".formatted(fields, shown.fieldsMax())
        : null;
  }

  /** One that is new, and was listed a second time with other content. */
  static Planned changedMeanwhile(Transaction transaction, Shown shown) {
    return new Planned(
        What.CHANGED,
        shown.text(transaction.id()),
        "listed twice, and not alike",
        "gateway",
        List.of());
  }

  static Planned vanished(String id, Shown shown) {
    return new Planned(What.VANISHED, shown.text(id), null, null, List.of());
  }

  static Planned rejected(String why, Shown shown) {
    return new Planned(What.REJECTED, null, shown.text(why), null, List.of());
  }
}
