package io.daybook.deadletter;

import java.time.Instant;
import java.util.Set;

/** Removes the messages of dead letters that are closed from the dead-letter queue. */
final class Leftovers {
  private final DeadLetterTable table;
  private final DeadLetterQueue queue;
  private boolean unknown;

  Leftovers(DeadLetterTable table, DeadLetterQueue queue) {
    this.table = table;
    this.queue = queue;
  }

  /**
   * Waits for awaited ones that another reader holds, such as a command that was killed.
   *
   * @return whether messages were met that have no row yet: they stood behind those removed
   */
  boolean remove(Set<Long> awaited) {
    Instant deadline = Instant.now().plus(Sweep.of(queue).hidden());
    unknown = false;
    do {
      Sweep.of(queue).run(message -> isLeftover(message, awaited));
    } while (!awaited.isEmpty() && queue.size().hidden() > 0 && Instant.now().isBefore(deadline));
    return unknown;
  }

  private boolean isLeftover(Carried message, Set<Long> awaited) {
    DeadLetter letter = table.find(message);
    unknown |= letter == null;
    if (letter == null || !message.isSupersededBy(letter)) {
      return false;
    }
    awaited.remove(letter.id());
    return true;
  }
}
