package io.daybook.evidence;

import io.daybook.database.Statements;
import io.daybook.page.PageJson;
import io.daybook.transaction.ErasedRecord;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What the tables hold of the transactions that are to be erased. */
final class Erasable {
  private final ErasureRequest request;
  private final JsonTransactions mapping;
  private final Set<String> known;
  private final Set<String> ids = new TreeSet<>();
  private final Set<LocalDate> dates = new TreeSet<>();
  private final Map<Long, RawTransaction> rejected = new LinkedHashMap<>();
  private long versions;

  /**
   * Takes what is asked for.
   *
   * @param known the erasures of the gateway so far
   */
  Erasable(ErasureRequest request, JsonTransactions mapping, Set<String> known) {
    this.request = request;
    this.mapping = mapping;
    this.known = known;
  }

  /** An id that was asked for is one of them, whether it is found or not. */
  void find(Statements statements) {
    if (request.id() != null) {
      ids.add(request.id());
    }
    String gateway = request.gateway().name();
    Map<String, Object> by = new HashMap<>();
    by.put("gateway", gateway);
    by.put("id", request.id());
    by.put("reference", request.reference());
    ids.addAll(statements.query("find-erasable", by, (row, index) -> row.getString(1)));
    statements.forEach("find-rejected-raws", Map.of("gateway", gateway), this::lookAtRejected);
    statements.forEach(
        "count-erasable",
        Map.of("gateway", gateway, "ids", ids.toArray(String[]::new)),
        this::count);
  }

  private void lookAtRejected(ResultSet row) throws SQLException {
    RawTransaction raw = raw(row.getBytes("raw"), row.getBoolean("erased"));
    if (matches(raw)) {
      dates.add(row.getObject("business_date", LocalDate.class));
      String id = mapping.idOf(raw);
      if (id != null) {
        ids.add(id);
      }
      if (raw.erased() == null) {
        rejected.put(row.getLong("rejected_id"), raw);
      }
    }
  }

  private RawTransaction raw(byte[] bytes, boolean erased) {
    try {
      var fields = PageJson.parse(bytes);
      ErasedRecord record = erased ? ErasedRecord.read(fields, known) : null;
      return new RawTransaction(0, bytes, fields, record);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void count(ResultSet row) throws SQLException {
    dates.add(row.getObject("business_date", LocalDate.class));
    versions += row.getLong("versions");
  }

  /** Whether a transaction is one of them. */
  boolean matches(RawTransaction raw) {
    String id = mapping.idOf(raw);
    return (id != null && ids.contains(id))
        || (request.reference() != null
            && Objects.equals(request.reference(), mapping.referenceOf(raw)));
  }

  Set<String> ids() {
    return ids;
  }

  /** The days in which they were found. */
  Set<LocalDate> dates() {
    return dates;
  }

  Map<Long, RawTransaction> rejected() {
    return rejected;
  }

  long versions() {
    return versions;
  }

  /** Whether the tables say where to search. */
  boolean isFound() {
    return !dates.isEmpty();
  }
}
