package io.daybook.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.transaction.ErasedRecord;
import io.daybook.transaction.StoredRow;
import io.daybook.transaction.Transaction;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether what was erased was erased on both sides, in its page and in its row. */
final class ErasedCheck {
  private final Set<String> known;
  private final Set<String> met = new TreeSet<>();
  private long count;

  ErasedCheck(Set<String> known) {
    this.known = known;
  }

  static boolean concerns(Transaction mapped, StoredRow row) {
    return row.erased() || mapped.raw().erased() != null;
  }

  /**
   * Returns what is wrong, or null if nothing is.
   *
   * @param current whether the row is the version that the page shows
   */
  @Nullable String doubt(Transaction mapped, StoredRow row, JsonNode payload, boolean current) {
    ErasedRecord inPage = mapped.raw().erased();
    if (inPage == null || !row.erased()) {
      return "it is erased in its %s only: type erase again"
          .formatted(row.erased() ? "row" : "page");
    }
    if (ErasedRecord.read(payload, known) == null || (current && !row.hasColumnsOf(mapped))) {
      return "its row was changed, but not by Daybook";
    }
    meet(inPage);
    return null;
  }

  void meet(ErasedRecord erased) {
    met.add(erased.erasure().id());
    count++;
  }

  long count() {
    return count;
  }

  /** The erasures by which they were erased. */
  Set<String> erasures() {
    return met;
  }
}
