package io.daybook.store;

import static java.util.stream.Collectors.partitioningBy;

import io.daybook.database.Row;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import io.daybook.transaction.StoredRow;
import io.daybook.transaction.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass over what is open in a batch: what the table holds of it, what it was mapped to, and
 * what of that is to be written. Most batches need one; each further one takes what the one before
 * left.
 */
final class Round {
  private final int number;
  private final Map<String, RawTransaction> byId;
  private final List<RawTransaction> open;
  private final List<Transaction> toWrite = new ArrayList<>();
  private Map<String, Stored> stored = Map.of();
  private Map<String, Transaction> mapped = Map.of();
  private Map<String, Change> changes = Map.of();

  private Round(int number, Map<String, RawTransaction> byId, List<RawTransaction> open) {
    this.number = number;
    this.byId = byId;
    this.open = open;
  }

  /** Those without an id can be in no table, and come first. */
  static Round first(Map<String, RawTransaction> byId, List<RawTransaction> withoutId) {
    withoutId.addAll(byId.values());
    return new Round(0, byId, withoutId);
  }

  /** Returns the round after this one, about what is left of it. */
  Round next(List<Transaction> left) {
    Map<String, RawTransaction> leftById = new LinkedHashMap<>(left.size() * 2);
    left.forEach(each -> leftById.put(each.id(), each.raw()));
    return new Round(number + 1, leftById, new ArrayList<>(leftById.values()));
  }

  boolean isFirst() {
    return number == 0;
  }

  boolean hasIds() {
    return !byId.isEmpty();
  }

  String[] ids() {
    return byId.keySet().toArray(String[]::new);
  }

  List<RawTransaction> open() {
    return open;
  }

  /** Takes note of what is stored. */
  void found(List<Row> rows) {
    stored = new HashMap<>(rows.size() * 2);
    rows.forEach(row -> stored.put(row.text("transaction_id"), Stored.of(row)));
  }

  @Nullable Stored stored(String id) {
    return stored.get(id);
  }

  void startMapping() {
    mapped = new LinkedHashMap<>(open.size() * 2);
  }

  void addMapped(Transaction transaction) {
    mapped.put(transaction.id(), transaction);
  }

  /** The ids of what was mapped, in the order of the page. */
  Set<String> mappedIds() {
    return mapped.keySet();
  }

  Transaction mapped(String id) {
    return Objects.requireNonNull(mapped.get(id), id);
  }

  void write(String id) {
    toWrite.add(mapped(id));
  }

  List<Transaction> toWrite() {
    return toWrite;
  }

  List<Transaction> toWriteBut(Set<String> written) {
    return toWrite.stream().filter(each -> !written.contains(each.id())).toList();
  }

  String[] changedIds() {
    return toWrite.stream().map(Transaction::id).filter(stored::containsKey).toArray(String[]::new);
  }

  /** Takes note of how what is to be changed is stored. */
  void compare(List<Row> rows, JsonTransactions mapping) {
    changes = new HashMap<>(rows.size() * 2);
    rows.stream().map(StoredRow::of).forEach(row -> changes.put(row.id(), change(row, mapping)));
  }

  private Change change(StoredRow row, JsonTransactions mapping) {
    return new Change(row, known(row.id()).vanished(), mapped(row.id()), mapping);
  }

  /** Returns what a transaction follows as its next version; null if it is new. */
  @Nullable Change change(String id) {
    return changes.get(id);
  }

  void putInto(Map<String, Object> rows) {
    Map<Boolean, List<Transaction>> known =
        toWrite.stream().collect(partitioningBy(t -> stored.containsKey(t.id())));
    BatchRows.putNew(rows, known.getOrDefault(false, List.of()));
    BatchRows.putChanged(
        rows, known.getOrDefault(true, List.of()), id -> known(id).version(), this::because);
    rows.put("round", number);
    rows.put("expected", toWrite.size());
  }

  private Stored known(String id) {
    return Objects.requireNonNull(stored.get(id), id);
  }

  /** What is gone from the table since it was looked up is written as new in the next round. */
  private String because(String id) {
    Change change = changes.get(id);
    return change == null ? Change.GATEWAY : change.because();
  }
}
