package io.daybook.store;

import io.daybook.transaction.Transaction;
import java.util.HashMap;
import java.util.Map;

/**
 * What a gateway listed for a day per currency, before anything was left out: to be compared with
 * what it declares. Posted amounts are added up exactly; a day's sum beyond 64 bits is an error.
 */
public final class Listed {

  /** How many, and the sum of those whose effect is {@code posted}, in minor units. */
  public record Total(long count, long postedMinor) {
    private static final Total NONE = new Total(0, 0);

    Total plus(Total other) {
      return new Total(count + other.count, Math.addExact(postedMinor, other.postedMinor));
    }
  }

  private final Map<String, Total> totals = new HashMap<>();

  synchronized void add(Transaction transaction) {
    add(transaction.currency(), new Total(1, posted(transaction)));
  }

  /** One that was added, and then refused by the database: what it amounts to is not known. */
  synchronized void remove(Transaction transaction) {
    add(transaction.currency(), new Total(-1, Math.negateExact(posted(transaction))));
  }

  private void add(String currency, Total more) {
    totals.merge(currency, more, Total::plus);
  }

  private static long posted(Transaction transaction) {
    return transaction.effect().equals("posted") ? transaction.amountMinor() : 0;
  }

  public synchronized Map<String, Total> totals() {
    return Map.copyOf(totals);
  }

  public Total of(String currency) {
    return totals().getOrDefault(currency, Total.NONE);
  }
}
