package io.daybook.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Reads the dead-letter queue once, from end to end. What is read is hidden from others until the
 * end and given back then. A command that is killed keeps it hidden for some seconds, longer the
 * more there is.
 */
final class Sweep {
  private static final int HIDDEN_SECONDS_MIN = 10;

  /** Slower than SQS and this program read, also from afar. */
  private static final int MESSAGES_A_SECOND = 20;

  private final DeadLetterQueue queue;
  private final int held;
  private final Map<String, String> kept = new LinkedHashMap<>();
  private final Duration hidden;
  private int deleted;

  private Sweep(DeadLetterQueue queue, int held, Duration hidden) {
    this.queue = queue;
    this.held = held;
    this.hidden = hidden;
  }

  static Sweep of(DeadLetterQueue queue) {
    int held = queue.size().total();
    return new Sweep(
        queue, held, Duration.ofSeconds(HIDDEN_SECONDS_MIN + held / MESSAGES_A_SECOND));
  }

  static Sweep hiding(Duration hidden, DeadLetterQueue queue) {
    return new Sweep(queue, queue.size().total(), hidden);
  }

  /** How long a message of this sweep stays hidden at the most. */
  Duration hidden() {
    return hidden;
  }

  /**
   * Shows each message once to the visitor, and deletes those for which it returns true. Ends, at
   * the latest, when the first ones come back by themselves: they would be read for ever.
   */
  void run(Predicate<Carried> visitor) {
    Instant end = Instant.now().plus(hidden);
    try {
      List<Message> found = receive();
      while (!found.isEmpty() && Instant.now().isBefore(end)) {
        visit(found, visitor);
        found = receive();
      }
    } finally {
      queue.giveBack(List.copyOf(kept.values()));
    }
  }

  /** How many were there and could not be read. */
  int unread() {
    return Math.max(0, held - kept.size() - deleted);
  }

  private List<Message> receive() {
    return queue.receive((int) hidden.toSeconds(), unread() > 0);
  }

  private void visit(List<Message> found, Predicate<Carried> visitor) {
    List<Message> unseen =
        found.stream().filter(message -> !kept.containsKey(message.messageId())).toList();
    found.forEach(message -> kept.put(message.messageId(), message.receiptHandle()));
    List<Message> done =
        unseen.stream().filter(message -> visitor.test(Carried.of(message))).toList();
    queue.delete(done);
    done.forEach(message -> kept.remove(message.messageId()));
    deleted += done.size();
  }
}
