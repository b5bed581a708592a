package io.daybook.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.archive.PageRecord;
import io.daybook.gateway.BusinessDay;
import io.daybook.page.Payloads;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import io.daybook.transaction.StoredRow;
import io.daybook.transaction.Transaction;
import io.daybook.transaction.UnmappableException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the transactions of archived pages with the rows of the table. Each of them is stored as
 * the page shows it, or was and is superseded, or is kept as rejected, or is of another day.
 */
final class RowCheck {
  /** More than this that wait for a later page are no repetition, but damage. */
  private static final int WAITING_MAX = 1_000;

  private final Rows rows;
  private final JsonTransactions mapping;
  private final BusinessDay day;
  private final Findings findings;
  private final ErasedCheck erased;

  /** What differs from its row, unless a later page of the run shows it again. */
  private final Map<String, String> waiting = new LinkedHashMap<>();

  private long superseded;
  private long mappedOtherwise;

  RowCheck(
      Rows rows, JsonTransactions mapping, BusinessDay day, Findings findings, ErasedCheck erased) {
    this.rows = rows;
    this.erased = erased;
    this.mapping = mapping;
    this.day = day;
    this.findings = findings;
  }

  long superseded() {
    return superseded;
  }

  void check(PageRecord page, String where, List<RawTransaction> batch) {
    Map<String, RawTransaction> byId = new LinkedHashMap<>();
    List<RawTransaction> unstored = new ArrayList<>();
    batch.forEach(raw -> sort(raw, byId, unstored));
    Map<String, StoredRow> stored = rows.meet(byId.keySet());
    Map<RawTransaction, String> doubtful = new HashMap<>();
    unstored.forEach(raw -> doubtful.put(raw, "it has no id, and is not kept as rejected"));
    byId.forEach(
        (id, raw) -> {
          String doubt = doubt(page, raw, stored.get(id));
          if (doubt == null) {
            waiting.remove(id);
          } else {
            doubtful.put(raw, doubt);
          }
        });
    settle(where, doubtful);
  }

  /** An id that stands twice in a batch counts once, as it does when it is stored. */
  private void sort(
      RawTransaction raw, Map<String, RawTransaction> byId, List<RawTransaction> unstored) {
    String id = mapping.idOf(raw);
    if (id == null) {
      unstored.add(raw);
    } else {
      byId.put(id, raw);
    }
  }

  private @Nullable String doubt(PageRecord page, RawTransaction raw, @Nullable StoredRow row) {
    try {
      Transaction mapped = mapping.map(raw);
      if (!day.contains(mapped.occurredAt())) {
        return null;
      }
      return row == null ? "it is not in the table" : doubt(page, mapped, row);
    } catch (UnmappableException unmappable) {
      return row != null && ownHashHolds(row)
          ? otherwise()
          : "it is neither stored nor kept as rejected";
    }
  }

  private @Nullable String doubt(PageRecord page, Transaction mapped, StoredRow row) {
    if (ErasedCheck.concerns(mapped, row)) {
      return doubtOfErased(page, mapped, row);
    }
    if (row.hasHashOf(mapped)) {
      return row.hasColumnsOf(mapped) && (row.hasBytesOf(mapped) || ownHashHolds(row))
          ? null
          : "its row was changed, but not by Daybook";
    }
    if (isSuperseded(page, mapped, row)) {
      superseded++;
      return ownHashHolds(row) ? null : "its row was changed, but not by Daybook";
    }
    return ownHashHolds(row) && sameRecord(mapped, row)
        ? otherwise()
        : "it is stored with other content";
  }

  private @Nullable String doubtOfErased(PageRecord page, Transaction mapped, StoredRow row) {
    boolean current = row.hasHashOf(mapped);
    if (!current && !isSuperseded(page, mapped, row)) {
      return "it is stored with other content";
    }
    superseded += current ? 0 : 1;
    return erased.doubt(mapped, row, Payloads.record(row), current);
  }

  private boolean isSuperseded(PageRecord page, Transaction mapped, StoredRow row) {
    return row.observedAt().isAfter(page.askedAt())
        || rows.wasStored(row.id(), mapped.contentHash());
  }

  /** Counted, and told once: with a corrected mapping it is true of most rows. */
  private @Nullable String otherwise() {
    mappedOtherwise++;
    return null;
  }

  private boolean sameRecord(Transaction mapped, StoredRow row) {
    return row.hasBytesOf(mapped)
        || mapping.volatileFields().isSame(Payloads.record(row), mapped.raw().fields());
  }

  /** One that was stored before fields of it were named as volatile has a hash over all of it. */
  private boolean ownHashHolds(StoredRow row) {
    JsonNode payload = Payloads.record(row);
    return row.isConsistent(mapping.volatileFields().removedFrom(payload))
        || row.isConsistent(payload);
  }

  private void settle(String where, Map<RawTransaction, String> doubtful) {
    Set<ByteBuffer> rejected = rows.rejected(doubtful.keySet());
    doubtful.forEach(
        (raw, doubt) -> {
          if (!rejected.contains(ByteBuffer.wrap(Rows.hash(raw)))) {
            note(where, raw, doubt);
          } else if (raw.erased() != null) {
            erased.meet(raw.erased());
          }
        });
  }

  private void note(String where, RawTransaction raw, String doubt) {
    String id = Objects.requireNonNullElse(mapping.idOf(raw), "without id");
    String finding =
        "%s: transaction %s at position %d: %s".formatted(where, id, raw.position(), doubt);
    if (waiting.size() < WAITING_MAX) {
      waiting.put(id, finding);
    } else {
      findings.add(finding);
    }
  }

  /** Once all pages were read: what waited for a later page did so in vain. */
  void end() {
    waiting.values().forEach(findings::add);
    if (mappedOtherwise > 0) {
      findings.add(
          "%d transactions are mapped otherwise now than when they were stored; request the day again"
              .formatted(mappedOtherwise));
    }
  }
}
