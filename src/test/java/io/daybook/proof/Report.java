package io.daybook.proof;

import io.daybook.sandbox.Comparison;
import io.daybook.sandbox.Totals;
import io.daybook.sandbox.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what a proof does and finds, and keeps what did not hold. */
final class Report {
  private final long start = System.nanoTime();
  private final List<String> faults = new ArrayList<>();

  /** A line with the seconds since the beginning. */
  void say(String format, Object... arguments) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT, "%6.1f s  %s%n", seconds, String.format(Locale.ROOT, format, arguments));
    System.out.flush();
  }

  void equal(String what, Object expected, Object found) {
    holds(expected.equals(found), "%s: %s, should be %s", what, found, expected);
  }

  void atLeast(String what, long least, long found) {
    holds(found >= least, "%s: %d, at least %d", what, found, least);
  }

  void atMost(String what, double most, double found) {
    holds(found <= most, "%s: %.1f, at most %.1f", what, found, most);
  }

  void holds(boolean held, String format, Object... arguments) {
    String line = String.format(Locale.ROOT, format, arguments);
    if (!held) {
      faults.add(line);
    }
    say("%s %s", held ? "ok   " : "FAULT", line);
  }

  /** What did not hold. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Compares the tables with the gateways' own books, and looks for anything left behind. */
  void compare(Site site) {
    Truth truth = site.accounts().truth();
    Comparison comparison = new Comparison(site.database(), truth);
    Totals books = truth.totals();
    Totals tables = comparison.stored();
    equal("transactions", books.count(), tables.count());
    equal("posted by currency", books.postedMinor(), tables.postedMinor());
    equal("hash over gateway, id, version", books.hash(), tables.hash());
    equal("differences", List.of(), comparison.differences());
    RunTable runs = new RunTable(site);
    equal("days", site.accounts().names().size() * site.accounts().days().size(), runs.days());
    equal("days neither stored nor sealed", 0, runs.daysInState("NOT IN ('stored', 'sealed')"));
    // A day that was worked twice may be sealed by a second look that found nothing new.
    atLeast("days sealed", site.accounts().sealable(), runs.daysInState("= 'sealed'"));
    equal("versions superseded", 0, runs.number("SELECT count(*) FROM transaction_versions"));
    equal("runs without an end", 0, runs.number("SELECT count(*) FROM runs WHERE outcome IS NULL"));
    equal("rows in dead_letters", 0, runs.number("SELECT count(*) FROM dead_letters"));
    equal("messages on the dead-letter queue", 0, site.deadLetters());
    equal("messages on the days queue", 0, site.asked());
  }
}
