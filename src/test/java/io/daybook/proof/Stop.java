package io.daybook.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A SIGTERM: whom it hit, when, and how that ended. */
record Stop(Instance victim, Instant at, Instant ended, int exitCode) {

  double seconds() {
    return Duration.between(at, ended).toMillis() / 1000.0;
  }

  /** What the process was at when it was told to stop. */
  List<RunRow> runs(RunTable table) {
    return table.where("r.instance = ? AND r.outcome IS DISTINCT FROM 'succeeded'", victim.name());
  }
}
