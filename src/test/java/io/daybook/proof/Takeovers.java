package io.daybook.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How long the days of killed instances waited for the next run: from the kill, or from the end of
 * an outage that began before the next run.
 */
final class Takeovers {
  private record Outage(Instant from, Instant to) {}

  private record Takeover(double seconds, String of) {}

  private final RunTable runs;
  private final List<Outage> outages = new ArrayList<>();
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
      outages.add(new Outage(from, Instant.now()));
    }
  }

  void add(Kill kill, RunRow run) {
    RunRow next =
        runs.next(run).orElseThrow(() -> new IllegalStateException(run + " was never taken over"));
    Instant from = kill.at();
    for (Outage outage : outages) {
      if (outage.from().isBefore(next.startedAt()) && outage.to().isAfter(from)) {
        from = outage.to();
      }
    }
    double seconds = Duration.between(from, next.startedAt()).toMillis() / 1000.0;
    String of =
        "kill %d, from %s by run %d of %s"
            .formatted(kill.number(), run, next.id(), next.instance());
    takeovers.add(new Takeover(seconds, of));
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

  @Override
  public String toString() {
    double[] sorted = takeovers.stream().mapToDouble(Takeover::seconds).sorted().toArray();
    return sorted.length == 0
        ? "no takeovers"
        : String.format(
            Locale.ROOT,
            "%d takeovers, in seconds: half within %.1f, 95 %% within %.1f, all within %.1f",
            sorted.length,
            sorted[sorted.length / 2],
            sorted[sorted.length * 95 / 100],
            longestSeconds());
  }
}
