package io.daybook.gateway;

import io.daybook.transaction.DeclaredTotal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway declares about a whole day.
 *
 * @param count how many transactions; null if it declares none
 * @param totals per currency; empty if it declares none
 * @param zero whether it says explicitly that there was nothing that day
 * @param control whether all this comes from another source than the list of transactions
 */
public record Declared(
    @Nullable Long count, List<DeclaredTotal> totals, boolean zero, boolean control) {
  public static final Declared NOTHING = new Declared(null, List.of(), false, false);

  /** Without a count of its own, the sum of those per currency, if each has one. */
  public Declared {
    totals = List.copyOf(totals);
    if (count == null
        && !totals.isEmpty()
        && totals.stream().map(DeclaredTotal::count).allMatch(Objects::nonNull)) {
      count = totals.stream().mapToLong(t -> Objects.requireNonNullElse(t.count(), 0L)).sum();
    }
  }

  Declared withZero() {
    return new Declared(count, totals, true, control);
  }
}
