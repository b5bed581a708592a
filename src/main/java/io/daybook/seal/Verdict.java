package io.daybook.seal;

import io.daybook.gateway.Declared;
import io.daybook.run.Run;
import io.daybook.store.Listed;
import io.daybook.transaction.DeclaredTotal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code seal-day.sql} judges by. */
public final class Verdict {
  private final Map<String, Object> parameters = new HashMap<>();
  private final Listed listed;
  private final List<DeclaredTotal> totals;
  private final List<DeclaredTotal> rows;

  private Verdict(Run run, Declared declared) {
    parameters.putAll(run.parameters());
    listed = run.listed();
    totals = declared.totals();
    parameters.put("declared", declared.count());
    parameters.put("zero", declared.zero());
    rows = currencies().map(this::declared).toList();
    putTotals();
  }

  /** Whether what a gateway listed is not what it declares: how many, or the totals. */
  static boolean isContradicted(Run run, Declared declared) {
    Long count = declared.count();
    return (count != null && count != run.found()) || new Verdict(run, declared).totalsDiffer();
  }

  private boolean totalsDiffer() {
    return rows.stream().anyMatch(row -> differs(row, listed.of(row.currency())));
  }

  private static boolean differs(DeclaredTotal row, Listed.Total listed) {
    return row.differsFrom(listed.count(), listed.postedMinor());
  }

  /**
   * After a download that was read to its end.
   *
   * @param vanished ids that are stored for the day, and that it did not contain
   * @param quiet whether it counts as a later look that may find nothing new
   * @param nextCheckAt when the day is to be downloaded again, or null if never
   */
  static Map<String, Object> ofDownload(
      Run run,
      Declared declared,
      List<String> vanished,
      boolean quiet,
      @Nullable Instant nextCheckAt) {
    Map<String, Object> verdict = new Verdict(run, declared).parameters;
    verdict.put("rejectedId", null);
    verdict.put("vanishedIds", vanished.toArray(String[]::new));
    verdict.put("quiet", quiet);
    verdict.put("nextCheckAt", nextCheckAt == null ? null : nextCheckAt.toString());
    return verdict;
  }

  /** After one rejected transaction was tried again; the last download still speaks for the day. */
  public static Map<String, Object> ofRejected(Run run, long rejectedId) {
    Map<String, Object> verdict =
        ofDownload(run, Declared.NOTHING, List.of(), false, /* nextCheckAt= */ null);
    verdict.put("rejectedId", rejectedId);
    return verdict;
  }

  /** Those that are declared or listed. */
  private Stream<String> currencies() {
    TreeSet<String> currencies = new TreeSet<>(listed.totals().keySet());
    totals.forEach(total -> currencies.add(total.currency()));
    return currencies.stream();
  }

  /** One row per currency. */
  private void putTotals() {
    put("currencies", rows, DeclaredTotal::currency, String[]::new);
    put("declaredCounts", rows, DeclaredTotal::count, Long[]::new);
    put("declaredMinors", rows, row -> text(row.minor()), String[]::new);
    put("tolerances", rows, DeclaredTotal::toleranceMinor, Long[]::new);
    put("listedCounts", rows, row -> listed.of(row.currency()).count(), Long[]::new);
    put("listedMinors", rows, row -> listed.of(row.currency()).postedMinor(), Long[]::new);
  }

  /** What is declared about a currency: nothing of it, where only others are declared. */
  private DeclaredTotal declared(String currency) {
    boolean counts = totals.stream().anyMatch(total -> total.count() != null);
    boolean sums = totals.stream().anyMatch(total -> total.minor() != null);
    return totals.stream()
        .filter(total -> total.currency().equals(currency))
        .findFirst()
        .orElse(new DeclaredTotal(currency, counts ? 0L : null, sums ? BigInteger.ZERO : null, 0L));
  }

  private static @Nullable String text(@Nullable BigInteger minor) {
    return minor == null ? null : Objects.toString(minor);
  }

  private <T> void put(
      String name,
      List<DeclaredTotal> rows,
      Function<DeclaredTotal, ? extends @Nullable T> value,
      IntFunction<T[]> array) {
    parameters.put(name, rows.stream().map(value).toArray(array));
  }
}
