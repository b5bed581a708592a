package io.daybook.proof;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that waits for its gateway's answer.
 *
 * @param target the table that it writes to next
 */
record Held(String gateway, LocalDate day, Gate gate, String target, @Nullable RunRow found) {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** The same with its run, once its gate is reached and all that came before is stored. */
  Held with(RunTable runs) {
    await("the gate is reached").atMost(LONGEST).until(gate::isReached);
    List<RunRow> open =
        runs.where("r.gateway = ? AND r.business_date = ? AND r.outcome IS NULL", gateway, day);
    return new Held(gateway, day, gate, target, open.get(0));
  }

  RunRow run() {
    if (found == null) {
      throw new IllegalStateException("No run yet");
    }
    return found;
  }

  @Override
  public String toString() {
    return String.valueOf(found);
  }
}
