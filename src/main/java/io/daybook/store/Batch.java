package io.daybook.store;

import io.daybook.database.Row;
import io.daybook.run.LeaseLostException;
import io.daybook.run.Run;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import io.daybook.transaction.Transaction;
import io.daybook.transaction.UnmappableException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Repeats repeats;
  private final Halves halves = new Halves();
  private BatchCounts counts = new BatchCounts();
  private Listed listed = new Listed();
  private Round round;

  public Batch(Run run, Origin origin, List<RawTransaction> records, JsonTransactions mapping) {
    this.run = run;
    this.origin = origin;
    this.mapping = mapping;
    this.firstPosition = records.get(0).position();
    this.repeats = new Repeats(run.seen());
    this.round = repeats.collapse(records, mapping, counts);
  }

  /** Returns whether some transactions are not in one of the counts yet. */
  public boolean isOpen() {
    return !round.open().isEmpty() || counts.settled() > 0 || !halves.isEmpty();
  }

  /**
   * Returns whether the table is to be asked first what it holds. Not where the batch before held
   * nothing that was known: then what is written tells.
   */
  public boolean isLookedUp() {
    return round.hasIds() && (!round.isFirst() || run.storedExpected());
  }

  /** Returns what {@code find-stored.sql} asks for. */
  public Map<String, Object> getLookup() {
    return Map.of(
        "gateway", run.gateway(),
        "date", run.date(),
        "runId", run.id(),
        "observedAt", observedAt(),
        "ids", round.ids());
  }

  /** Takes note of what is stored. */
  void found(List<Row> rows) {
    run.expectStored(!rows.isEmpty());
    round.found(rows);
  }

  /** Maps each open record. What is no transaction of this day is counted as something else. */
  void map() {
    round.startMapping();
    round.open().forEach(this::map);
  }

  private void map(RawTransaction record) {
    try {
      Transaction transaction = mapping.map(record);
      if (round.isFirst() && !repeats.metBefore(transaction.id())) {
        listed.add(transaction);
      }
      if (run.day().contains(transaction.occurredAt())) {
        round.addMapped(transaction);
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
    counts.reject(new Rejection(record, cause, error));
  }

  /** The ids of what was mapped, in the order of the page. */
  public Set<String> getIds() {
    return round.mappedIds();
  }

  /** Returns whether the table holds this very content already; then it is counted, too. */
  boolean countIfStored(String id) {
    Stored known = round.stored(id);
    if (known == null || !known.covers(round.mapped(id).contentHash())) {
      return false;
    }
    boolean again = known.byThisRun() || repeats.metBefore(id);
    counts.countStored(again, known.ofThisDay());
    return true;
  }

  /** Adds a transaction to what is written at the end of the round. */
  void add(String id) {
    round.write(id);
  }

  /** Returns what {@code insert-batch.sql} writes. */
  public Map<String, Object> getRows() {
    Map<String, Object> rows = new HashMap<>(64);
    round.putInto(rows);
    counts.putInto(rows);
    rows.put("gateway", run.gateway());
    rows.put("date", run.date());
    rows.put("runId", run.id());
    rows.put("page", origin.number());
    rows.put("observedAt", observedAt());
    rows.put("firstPosition", firstPosition);
    return rows;
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
    run.countRejected(counts.rejected());
    run.listed().addAll(listed);
    counts = new BatchCounts();
    listed = new Listed();
    List<Transaction> left = written == round.toWrite().size() ? List.of() : leftBy(result);
    round = round.next(left.isEmpty() ? halves.next() : left);
  }

  private List<Transaction> leftBy(Row result) {
    run.expectStored(true);
    return round.toWriteBut(Set.copyOf(SqlArrays.strings(result.find("written_ids"))));
  }

  /**
   * Goes on with the half of what the database refused as a whole; one that is refused alone is
   * rejected. What needs no row is committed before, on its own.
   *
   * @throws RuntimeException the refusal itself, if no row was to be written that could be to blame
   */
  void refused(Refusal refusal) {
    List<Transaction> refused = round.toWrite();
    if (refused.isEmpty()) {
      throw refusal.exception();
    }
    if (refused.size() == 1) {
      rejectRefused(refused.get(0), refusal);
    } else {
      halves.cut(refused);
    }
    round = round.next(counts.settled() > 0 ? List.of() : halves.next());
  }

  private void rejectRefused(Transaction transaction, Refusal refusal) {
    if (!repeats.metBefore(transaction.id())) {
      listed.remove(transaction);
    }
    reject(transaction.raw(), Refusal.REJECTION, refusal.message());
  }

  /** As the database's own type: a text would be read again for each row. */
  private OffsetDateTime observedAt() {
    return origin.observedAt().atOffset(ZoneOffset.UTC);
  }
}
