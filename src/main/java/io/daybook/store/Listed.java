package io.daybook.store;

import io.daybook.transaction.Transaction;
import java.util.HashMap;
import java.util.Map;

/**
 * What a gateway listed for a day per currency, before anything was left out: to be compared with
 * what it declares. Posted amounts are added up exactly; a day's sum beyond 64 bits is an error. A
 * batch fills one of its own, which is added to its run's in one go.
 */
public final class Listed {

  /** How many, and the sum of those whose effect is {@code posted}, in minor units. */
  public record Total(long count, long postedMinor) {
    private static final Total NONE = new Total(0, 0);
  }

  private static final class Sum {
    private long count;
    private long postedMinor;

    void add(long more, long minor) {
      count += more;
      postedMinor = Math.addExact(postedMinor, minor);
    }
  }

  private final Map<String, Sum> sums = new HashMap<>();

  void add(Transaction transaction) {
    of(transaction).add(1, posted(transaction));
  }

  /** One that was added, and then refused by the database: what it amounts to is not known. */
  void remove(Transaction transaction) {
    of(transaction).add(-1, Math.negateExact(posted(transaction)));
  }

  private Sum of(Transaction transaction) {
    return sums.computeIfAbsent(transaction.currency(), currency -> new Sum());
  }

  private static long posted(Transaction transaction) {
    return transaction.effect().equals("posted") ? transaction.amountMinor() : 0;
  }

  /** Adds what a batch listed; by any of its run's writers. */
  synchronized void addAll(Listed batch) {
    batch.sums.forEach(
        (currency, sum) ->
            sums.computeIfAbsent(currency, c -> new Sum()).add(sum.count, sum.postedMinor));
  }

  /** What was added by {@link #addAll}, per currency. */
  public synchronized Map<String, Total> totals() {
    Map<String, Total> totals = new HashMap<>();
    sums.forEach((currency, sum) -> totals.put(currency, new Total(sum.count, sum.postedMinor)));
    return totals;
  }

  public Total of(String currency) {
    return totals().getOrDefault(currency, Total.NONE);
  }
}
