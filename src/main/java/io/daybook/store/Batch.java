package io.daybook.store;

import static java.util.stream.Collectors.partitioningBy;

import io.daybook.database.Row;
import io.daybook.run.LeaseLostException;
import io.daybook.run.Run;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import io.daybook.transaction.Transaction;
import io.daybook.transaction.UnmappableException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Some transactions of a page on their way into the table: the unit of work. Each of them ends in
 * exactly one of the counts, in the order of these steps:
 *
 * <ol>
 *   <li>an id that stands twice in the batch is taken once, the later one; the other is repeated;
 *   <li>what cannot be mapped is rejected; what lies outside the day is only counted;
 *   <li>what is stored with the same content is unchanged (or repeated, if this run met it before);
 *   <li>the rest is written. What another writer stored in between is looked at again, in a further
 *       round. What the database refuses is halved until the bad one is alone, and rejected, too.
 * </ol>
 *
 * Used by one writer at a time.
 */
public final class Batch {
  private final Run run;
  private final Origin origin;
  private final JsonTransactions mapping;
  private final long firstPosition;
  private final Set<String> metBefore = new HashSet<>();
  private final Halves halves = new Halves();
  private Map<String, RawTransaction> byId = new LinkedHashMap<>();
  private List<RawTransaction> open = new ArrayList<>();
  private Map<String, Stored> stored = Map.of();
  private Map<String, Transaction> mapped = Map.of();
  private List<Transaction> toWrite = new ArrayList<>();
  private List<Rejection> rejections = new ArrayList<>();
  private BatchCounts counts = new BatchCounts();
  private int round;

  public Batch(Run run, Origin origin, List<RawTransaction> records, JsonTransactions mapping) {
    this.run = run;
    this.origin = origin;
    this.mapping = mapping;
    this.firstPosition = records.get(0).position();
    records.forEach(this::collapse);
    open.addAll(byId.values());
  }

  private void collapse(RawTransaction record) {
    String id = mapping.idOf(record.fields());
    if (id == null) {
      open.add(record);
      counts.distinct++;
    } else if (byId.put(id, record) != null) {
      counts.repeated++;
    } else if (run.seen().add(id)) {
      counts.distinct++;
    } else {
      metBefore.add(id);
    }
  }

  /** Returns whether some transactions are not in one of the counts yet. */
  public boolean isOpen() {
    return !open.isEmpty() || counts.settled() > 0 || !halves.isEmpty();
  }

  /**
   * Returns whether the table is to be asked first what it holds. Not where the batch before held
   * nothing that was known: then what is written tells.
   */
  public boolean isLookedUp() {
    return !byId.isEmpty() && (round > 0 || run.storedExpected());
  }

  /** Returns what {@code find-stored.sql} asks for. */
  public Map<String, Object> getLookup() {
    return Map.of(
        "gateway", run.gateway(),
        "date", run.date(),
        "runId", run.id(),
        "observedAt", observedAt(),
        "ids", byId.keySet().toArray(String[]::new));
  }

  /** Takes note of what is stored. */
  void found(List<Row> rows) {
    run.expectStored(!rows.isEmpty());
    stored = new HashMap<>(rows.size() * 2);
    rows.forEach(row -> stored.put(row.text("transaction_id"), Stored.of(row)));
  }

  /** Maps each open record. What is no transaction of this day is counted as something else. */
  void map() {
    mapped = new LinkedHashMap<>(open.size() * 2);
    open.forEach(this::map);
  }

  private void map(RawTransaction record) {
    try {
      Transaction transaction = mapping.map(record);
      if (run.day().contains(transaction.occurredAt())) {
        mapped.put(transaction.id(), transaction);
      } else {
        counts.outside++;
      }
    } catch (UnmappableException unmappable) {
      reject(record, unmappable.rejection(), String.valueOf(unmappable.getMessage()));
    }
  }

  private void reject(RawTransaction record, String cause, String why) {
    String where = "Page %d of %s, position %d: ";
    String error = where.formatted(origin.number(), run.day(), record.position()) + why;
    rejections.add(new Rejection(record, cause, error));
    counts.rejected++;
  }

  /** The ids of what was mapped, in the order of the page. */
  public Set<String> getIds() {
    return mapped.keySet();
  }

  /** Returns whether the table holds this very content already; then it is counted, too. */
  boolean countIfStored(String id) {
    Stored known = stored.get(id);
    if (known == null || !(known.newer() || known.hasContent(mapped(id).contentHash()))) {
      return false;
    }
    boolean again = known.byThisRun() || metBefore.contains(id);
    counts.countStored(again, known.ofThisDay());
    return true;
  }

  /** Adds a transaction to what is written at the end of the round. */
  void add(String id) {
    toWrite.add(mapped(id));
  }

  private Transaction mapped(String id) {
    return Objects.requireNonNull(mapped.get(id), id);
  }

  /** Returns what {@code insert-batch.sql} writes. */
  public Map<String, Object> getRows() {
    Map<Boolean, List<Transaction>> known =
        toWrite.stream().collect(partitioningBy(t -> stored.containsKey(t.id())));
    Map<String, Object> rows = new HashMap<>(64);
    BatchRows.putNew(rows, known.getOrDefault(false, List.of()));
    BatchRows.putChanged(rows, known.getOrDefault(true, List.of()), this::knownVersion);
    BatchRows.putRejected(rows, rejections);
    counts.putInto(rows);
    rows.put("gateway", run.gateway());
    rows.put("date", run.date());
    rows.put("runId", run.id());
    rows.put("page", origin.number());
    rows.put("observedAt", observedAt());
    rows.put("firstPosition", firstPosition);
    rows.put("round", round);
    rows.put("expected", toWrite.size());
    return rows;
  }

  private int knownVersion(String id) {
    return Objects.requireNonNull(stored.get(id), id).version();
  }

  /**
   * Takes note of what was committed; what another writer was quicker with stays open.
   *
   * @throws LeaseLostException if the run no longer holds its day; then nothing was written
   */
  void written(Row result) {
    if (result.count("held") == 0) {
      throw new LeaseLostException(run.day(), run.id());
    }
    int written = result.count("written");
    origin.account(counts.settled() + written);
    run.countRejected(counts.rejected);
    List<Transaction> left =
        written == toWrite.size()
            ? List.of()
            : notIn(SqlArrays.strings(result.find("written_ids")));
    counts = new BatchCounts();
    rejections = new ArrayList<>();
    goOnWith(left.isEmpty() ? halves.next() : left);
  }

  private List<Transaction> notIn(List<String> writtenIds) {
    run.expectStored(true);
    Set<String> written = Set.copyOf(writtenIds);
    return toWrite.stream().filter(each -> !written.contains(each.id())).toList();
  }

  /**
   * Goes on with the half of what the database refused as a whole; one that is refused alone is
   * rejected. What needs no row is committed before, on its own.
   *
   * @throws RuntimeException the refusal itself, if no row was to be written that could be to blame
   */
  void refused(Refusal refusal) {
    if (toWrite.isEmpty()) {
      throw refusal.exception();
    }
    if (toWrite.size() == 1) {
      reject(toWrite.get(0).raw(), Refusal.REJECTION, refusal.message());
    } else {
      halves.cut(toWrite);
    }
    goOnWith(counts.settled() > 0 ? List.of() : halves.next());
  }

  private void goOnWith(List<Transaction> left) {
    byId = new LinkedHashMap<>(left.size() * 2);
    left.forEach(each -> byId.put(each.id(), each.raw()));
    open = new ArrayList<>(byId.values());
    toWrite = new ArrayList<>();
    round++;
  }

  /** As the database's own type: a text would be read again for each row. */
  private OffsetDateTime observedAt() {
    return origin.observedAt().atOffset(ZoneOffset.UTC);
  }
}
