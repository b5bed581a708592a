package io.daybook.store;

import java.time.Instant;

/** Where the transactions of a batch come from, and who is told what became of them. */
public interface Origin {

  /** The number of the page. */
  int number();

  /** When the page was asked for: what it shows was true then. */
  Instant observedAt();

  /** Takes note of transactions that are committed, or counted for a reason, in the database. */
  void account(int transactions);
}
