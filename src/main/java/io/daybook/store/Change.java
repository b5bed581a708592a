package io.daybook.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.page.Payloads;
import io.daybook.transaction.FieldChange;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.StoredRow;
import io.daybook.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;

/**
 * A stored transaction and what is to follow it as its next version.
 *
 * @param vanished whether a later download no longer contained it
 */
public record Change(
    StoredRow before, boolean vanished, Transaction now, JsonTransactions mapping) {
  static final String GATEWAY = "gateway";
  private static final String MAPPING = "mapping";

  /**
   * Returns who changed it: {@code mapping} if the gateway shows the same record as before, so that
   * the provider's file must read it otherwise, and else {@code gateway}.
   */
  public String because() {
    return !vanished && !isErased() && isSameRecord() ? MAPPING : GATEWAY;
  }

  /** Of what was erased nobody can say what it was. */
  private boolean isErased() {
    return before.erased() || now.raw().erased() != null;
  }

  private boolean isSameRecord() {
    return before.hasBytesOf(now)
        || mapping.volatileFields().isSame(recordBefore(), now.raw().fields());
  }

  /** Returns what is another now: columns, and members of the payload. */
  public List<FieldChange> fields() {
    List<FieldChange> fields = new ArrayList<>(before.columnChanges(now));
    if (!isErased()) {
      fields.addAll(mapping.volatileFields().changes(recordBefore(), now.raw().fields()));
    }
    return fields;
  }

  private JsonNode recordBefore() {
    return Payloads.record(before);
  }
}
