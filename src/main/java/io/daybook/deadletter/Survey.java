package io.daybook.deadletter;

import java.util.Set;

/**
 * What a look at the dead-letter queue found.
 *
 * @param carried the dead letters whose message was read there
 * @param unread messages that are there and could not be read: another reader holds them, or they
 *     stand behind ten others of their message group
 */
public record Survey(Set<Long> carried, int unread) {

  public Survey {
    carried = Set.copyOf(carried);
  }

  public boolean carries(DeadLetter letter) {
    return carried.contains(letter.id());
  }

  /** Whether it has arrived on the dead-letter queue; until then its message is the worker's. */
  boolean hasArrived(DeadLetter letter) {
    return letter.sentAt() != null || carries(letter);
  }
}
