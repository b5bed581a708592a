package io.daybook.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How long the days of killed instances waited for the next run: from the kill; or, if another kill
 * or an outage disturbed the takeover, from the end of the last disturbance.
 */
final class Takeovers {
  private record Disturbance(Instant from, Instant to) {}

  private record Takeover(double seconds, boolean disturbed, String of) {}

  private final RunTable runs;
  private final List<Disturbance> disturbances = new ArrayList<>();
  private final List<Takeover> takeovers = new ArrayList<>();

  Takeovers(RunTable runs) {
    this.runs = runs;
  }

  /** Does something while nothing can be taken over. */
  void outage(Runnable begin, Runnable meanwhile, Runnable end) {
    Instant from = Instant.now();
    begin.run();
    try {
      meanwhile.run();
    } finally {
      end.run();
      disturbances.add(new Disturbance(from, Instant.now()));
    }
  }

  void kill(Instant at) {
    disturbances.add(new Disturbance(at, at));
  }

  void add(Kill kill, RunRow run) {
    RunRow next =
        runs.next(run).orElseThrow(() -> new IllegalStateException(run + " was never taken over"));
    Instant from =
        disturbances.stream()
            .filter(d -> d.from().isBefore(next.startedAt()) && d.to().isAfter(kill.at()))
            .map(Disturbance::to)
            .max(Comparator.naturalOrder())
            .orElse(kill.at());
    double seconds = Duration.between(from, next.startedAt()).toMillis() / 1000.0;
    String of =
        "kill %d, from %s by run %d of %s"
            .formatted(kill.number(), run, next.id(), next.instance());
    takeovers.add(new Takeover(Math.max(0, seconds), from.isAfter(kill.at()), of));
  }

  double longestSeconds() {
    return takeovers.stream().mapToDouble(Takeover::seconds).max().orElse(0);
  }

  /** The slowest few, each in a sentence. */
  List<String> slowest(int count) {
    return takeovers.stream()
        .sorted(Comparator.comparingDouble(Takeover::seconds).reversed())
        .limit(count)
        .map(
            takeover -> String.format(Locale.ROOT, "%.1f s: %s", takeover.seconds(), takeover.of()))
        .toList();
  }

  /** Those that were disturbed, or those that were not. */
  String summary(boolean disturbed) {
    double[] sorted =
        takeovers.stream()
            .filter(takeover -> takeover.disturbed() == disturbed)
            .mapToDouble(Takeover::seconds)
            .sorted()
            .toArray();
    return sorted.length == 0
        ? "none"
        : String.format(
            Locale.ROOT,
            "%d, in seconds: half within %.1f, 95 %% within %.1f, all within %.1f",
            sorted.length,
            sorted[sorted.length / 2],
            sorted[sorted.length * 95 / 100],
            sorted[sorted.length - 1]);
  }
}
