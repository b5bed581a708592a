package io.daybook.store;

import io.daybook.plan.Plan;
import io.daybook.run.Run;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import io.daybook.transaction.Transaction;
import io.daybook.transaction.UnmappableException;

/** Tells for each transaction of a batch whether it is to be written, or in which count it ends. */
record Sorter(Run run, Origin origin, JsonTransactions mapping, Repeats repeats) {

  /** Maps each open record. What is no transaction of this day is counted as something else. */
  void map(Round round, BatchCounts counts) {
    round.startMapping();
    round.open().forEach(record -> map(record, round, counts));
  }

  private void map(RawTransaction record, Round round, BatchCounts counts) {
    try {
      Transaction transaction = mapping.map(record);
      if (round.isFirst() && !repeats.metBefore(transaction.id())) {
        counts.listed.add(transaction);
      }
      if (run.day().contains(transaction.occurredAt())) {
        round.addMapped(transaction);
      } else {
        counts.outside++;
      }
    } catch (UnmappableException unmappable) {
      reject(record, unmappable.rejection(), String.valueOf(unmappable.getMessage()), counts);
    }
  }

  /** One that the database refuses was listed all the same, but what it amounts to is not known. */
  void rejectRefused(Transaction transaction, Refusal refusal, BatchCounts counts) {
    if (!repeats.metBefore(transaction.id())) {
      counts.listed.remove(transaction);
    }
    reject(transaction.raw(), Refusal.REJECTION, refusal.message(), counts);
  }

  private void reject(RawTransaction record, String cause, String why, BatchCounts counts) {
    String where = "Page %d of %s, position %d: ";
    String error = where.formatted(origin.number(), run.day(), record.position()) + why;
    counts.reject(new Rejection(record, cause, error));
  }

  /** Returns whether the table holds this very content already; then it is counted, too. */
  boolean countIfStored(Transaction transaction, Round round, BatchCounts counts) {
    Plan plan = run.plan();
    if (plan != null && plan.hasWritten(transaction.id())) {
      return countIfPlanned(transaction, plan, counts);
    }
    Stored known = round.stored(transaction.id());
    if (known == null || !known.covers(transaction.contentHash())) {
      return false;
    }
    boolean again = known.byThisRun() || repeats.metBefore(transaction.id());
    counts.countStored(again, known.ofThisDay());
    return true;
  }

  /** What the plan has taken already would be stored by now, and by this run. */
  private static boolean countIfPlanned(Transaction transaction, Plan plan, BatchCounts counts) {
    boolean same = plan.hasWritten(transaction.id(), transaction.contentHash());
    if (same) {
      counts.countStored(true, true);
    }
    return same;
  }
}
