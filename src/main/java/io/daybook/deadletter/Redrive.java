package io.daybook.deadletter;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sends dead letters back to the days queue. For each, in this order, so that it may die anywhere:
 *
 * <ol>
 *   <li>Send a copy. Until it is accepted nothing has changed. Sent again, it is the same message.
 *   <li>Mark the row. Whoever repeats the command passes it by from now on.
 *   <li>Delete the original. If that does not happen, the next redrive or discard does it.
 * </ol>
 */
public final class Redrive {
  private final DeadLetterDesk desk;
  private final DeadLetterQueue queue;
  private final Sender sender;
  private final Change change;
  private final double secondsEach;
  private final Consumer<DeadLetter> told;
  private final Set<Long> moved = new HashSet<>();
  private boolean more;

  Redrive(
      DeadLetterDesk desk,
      DeadLetterQueue queue,
      Sender sender,
      Change change,
      double secondsEach,
      Consumer<DeadLetter> told) {
    this.desk = desk;
    this.queue = queue;
    this.sender = sender;
    this.change = change;
    this.secondsEach = secondsEach;
    this.told = told;
  }

  /** Goes on with what stood hidden behind others of its message group, once these are gone. */
  public void run(Filter filter, int limit) {
    do {
      more = false;
      pass(
          desk.choose(filter, Integer.MAX_VALUE).stream()
              .filter(letter -> !moved.contains(letter.id()))
              .limit(limit - moved.size())
              .toList());
    } while (more && moved.size() < limit);
  }

  private void pass(List<DeadLetter> chosen) {
    Map<Long, DeadLetter> left = new LinkedHashMap<>();
    chosen.forEach(letter -> left.put(letter.id(), letter));
    queue.sweep(secondsEach, message -> isDoneWith(message, left));
    Set<Long> unmet = new HashSet<>(left.keySet());
    left.values().forEach(this::moveUnmet);
    if (!unmet.isEmpty()) {
      new Leftovers(desk.table(), queue).remove(unmet);
    }
  }

  /** Returns whether the message may be deleted: its copy was accepted, or its row is closed. */
  private boolean isDoneWith(Carried message, Map<Long, DeadLetter> left) {
    DeadLetter letter = desk.table().find(message);
    if (letter == null) {
      more = true;
      return false;
    }
    if (letter.isOpen() && left.remove(letter.id()) != null) {
      move(letter);
      return true;
    }
    return !letter.isOpen();
  }

  /** Its message is no longer on the queue, or somebody else reads it; the row has all of it. */
  private void moveUnmet(DeadLetter letter) {
    desk.table().find(Filter.ofIds(List.of(letter.id()))).stream()
        .filter(DeadLetter::isOpen)
        .forEach(this::move);
  }

  private void move(DeadLetter letter) {
    sender.send(letter);
    desk.table().markRedriven(letter, change);
    moved.add(letter.id());
    told.accept(letter);
  }
}
