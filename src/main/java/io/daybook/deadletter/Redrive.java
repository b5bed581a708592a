package io.daybook.deadletter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sends dead letters back to the days queue, in the order in which they failed. In this order, so
 * that it may die anywhere:
 *
 * <ol>
 *   <li>Send a copy of each. Until it is accepted nothing has changed. Sent again, it is the same
 *       message.
 *   <li>Mark its row. Whoever repeats the command passes it by from now on.
 *   <li>Delete the originals of all rows so marked. If that does not happen, the next redrive or
 *       discard does it.
 * </ol>
 */
public final class Redrive {
  private final DeadLetterDesk desk;
  private final Leftovers leftovers;
  private final Sender sender;
  private final Change change;
  private final Consumer<DeadLetter> told;
  private final Set<Long> moved = new HashSet<>();

  Redrive(
      DeadLetterDesk desk,
      Leftovers leftovers,
      Sender sender,
      Change change,
      Consumer<DeadLetter> told) {
    this.desk = desk;
    this.leftovers = leftovers;
    this.sender = sender;
    this.change = change;
    this.told = told;
  }

  /** Goes on with what stood hidden behind others of its message group, once these are gone. */
  public void run(Filter filter, int limit) {
    boolean more = true;
    while (more && moved.size() < limit) {
      List<DeadLetter> chosen =
          desk.choose(filter, Integer.MAX_VALUE).stream()
              .filter(letter -> !moved.contains(letter.id()))
              .limit(limit - moved.size())
              .toList();
      chosen.forEach(this::move);
      Set<Long> awaited = new HashSet<>();
      chosen.forEach(letter -> awaited.add(letter.id()));
      more = leftovers.remove(awaited);
    }
  }

  /** Reads it anew: much time may have passed since it was chosen. */
  private void move(DeadLetter chosen) {
    DeadLetter letter = desk.table().find(chosen.id());
    if (letter != null && letter.isOpen()) {
      sender.send(letter);
      desk.table().markRedriven(letter, change);
      moved.add(letter.id());
      told.accept(letter);
    }
  }
}
