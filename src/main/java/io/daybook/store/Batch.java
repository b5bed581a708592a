package io.daybook.store;

import io.daybook.database.Row;
import io.daybook.plan.Plan;
import io.daybook.run.LeaseLostException;
import io.daybook.run.Run;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import io.daybook.transaction.Transaction;
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
  private final BatchParameters parameters;
  private final Sorter sorter;
  private final Halves halves = new Halves();
  private BatchCounts counts = new BatchCounts();
  private Round round;

  public Batch(Run run, Origin origin, List<RawTransaction> records, JsonTransactions mapping) {
    this.run = run;
    this.origin = origin;
    this.mapping = mapping;
    this.parameters = new BatchParameters(run, origin, records.get(0).position());
    Repeats repeats = new Repeats(run.seen());
    this.sorter = new Sorter(run, origin, mapping, repeats);
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
    return parameters.lookup(round);
  }

  /** Takes note of what is stored. */
  void found(List<Row> rows) {
    run.expectStored(!rows.isEmpty());
    round.found(rows);
  }

  /** Maps each open record. What is no transaction of this day is counted as something else. */
  void map() {
    sorter.map(round, counts);
  }

  /** The ids of what was mapped, in the order of the page. */
  public Set<String> getIds() {
    return round.mappedIds();
  }

  /** Returns whether the table holds this very content already; then it is counted, too. */
  boolean countIfStored(String id) {
    return sorter.countIfStored(round.mapped(id), round, counts);
  }

  /** Adds a transaction to what is written at the end of the round. */
  void add(String id) {
    round.write(id);
  }

  /** Returns whether some of what is to be written is stored with other content. */
  public boolean isChanging() {
    return round.changedIds().length > 0;
  }

  /** Returns what {@code find-changed.sql} asks for. */
  public Map<String, Object> getChanged() {
    return parameters.changed(round);
  }

  /** Takes note of how that is stored now. */
  void compare(List<Row> rows) {
    round.compare(rows, mapping);
  }

  /** Returns what {@code insert-batch.sql} writes. */
  public Map<String, Object> getRows() {
    return parameters.rows(round, counts);
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
    settle(written);
    List<Transaction> left = written == round.toWrite().size() ? List.of() : leftBy(result);
    round = round.next(left.isEmpty() ? halves.next() : left);
  }

  private void settle(int written) {
    origin.account(counts.settled() + written);
    run.countFound(counts.distinct);
    run.listed().addAll(counts.listed);
    run.countRejected(counts.rejected());
    counts = new BatchCounts();
  }

  /** Returns whether nothing of it is written. */
  public boolean isPlanned() {
    return run.plan() != null;
  }

  /** Tells the plan what would be committed now, and goes on as if it were. */
  void plan() {
    Plan plan = Objects.requireNonNull(run.plan());
    round.toWrite().forEach(each -> plan.write(each, round.change(each.id())));
    counts.tell(plan);
    settle(round.toWrite().size());
    round = round.next(List.of());
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
      sorter.rejectRefused(refused.get(0), refusal, counts);
    } else {
      halves.cut(refused);
    }
    round = round.next(counts.settled() > 0 ? List.of() : halves.next());
  }
}
