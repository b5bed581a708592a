package io.daybook.store;

import io.daybook.transaction.Transaction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the database refused as a whole, in the parts that are tried one after another. */
final class Halves {
  private final Deque<List<Transaction>> parts = new ArrayDeque<>();

  /** The first half is next, the second half is after it. */
  void cut(List<Transaction> refused) {
    int middle = refused.size() / 2;
    parts.push(refused.subList(middle, refused.size()));
    parts.push(refused.subList(0, middle));
  }

  /** Returns the next part; an empty one if none is left. */
  List<Transaction> next() {
    List<Transaction> part = parts.poll();
    return part == null ? List.of() : part;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }
}
