package io.daybook.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a proof expects and finds, printed line by line. */
final class Findings {
  private final List<String> faults = new ArrayList<>();

  List<String> faults() {
    return List.copyOf(faults);
  }

  void check(String what, int expected, int found) {
    holds("%s: %d, expected %d".formatted(what, found, expected), expected == found);
  }

  void holds(String what, boolean held) {
    if (!held) {
      faults.add(what);
    }
    System.out.println((held ? "ok    " : "FAULT ") + what);
  }

  static void told(String what, Instant start) {
    System.out.printf(
        Locale.ROOT,
        "      %s %.1f s%n",
        what,
        Duration.between(start, Instant.now()).toMillis() / 1e3);
  }
}
