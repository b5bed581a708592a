package io.daybook.deadletter;

import io.daybook.database.Statements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of {@code dead_letters}, and how a command changes them. */
public final class DeadLetterTable {
  private final Statements statements;

  public DeadLetterTable(Statements statements) {
    this.statements = statements;
  }

  /** Returns them in the order in which they failed. */
  public List<DeadLetter> find(Filter filter) {
    return statements.query("find-dead-letters", filter.parameters(), DeadLetter::of);
  }

  /** Returns it as it is now, or null. */
  public @Nullable DeadLetter find(long id) {
    return find(Filter.ofIds(List.of(id))).stream().findFirst().orElse(null);
  }

  /** Returns what is known of the dead letter's day, or null. */
  public @Nullable DeadLetterDay day(DeadLetter letter) {
    if (letter.gateway() == null || letter.date() == null) {
      return null;
    }
    Map<String, Object> key = Map.of("gateway", letter.gateway(), "date", letter.date().toString());
    return statements.query("show-dead-letter-day", key, DeadLetterDay::of).stream()
        .findFirst()
        .orElse(null);
  }

  /** Closes open dead letters whose day was stored by a later run. */
  void resolve() {
    statements.update("resolve-dead-letters", Map.of());
  }

  @Nullable DeadLetter find(Carried message) {
    return statements.query("find-dead-letter-of-message", message.key(), DeadLetter::of).stream()
        .findFirst()
        .orElse(null);
  }

  /** Returns the row of a message; one that came without us is recorded first. */
  DeadLetter findOrRecord(Carried message) {
    DeadLetter known = find(message);
    if (known == null) {
      statements.update("record-arrived-dead-letter", message.row());
      known = find(message);
    }
    if (known == null) {
      throw new IllegalStateException(
          "Message %s of the dead-letter queue could not be recorded"
              .formatted(message.messageId()));
    }
    return known;
  }

  /** Returns false if the dead letter is no longer what it was when it was read. */
  boolean markRedriven(DeadLetter letter, Change change) {
    return mark("mark-dead-letter-redriven", letter, change);
  }

  /** Returns false if the dead letter is no longer what it was when it was read. */
  boolean markDiscarded(DeadLetter letter, Change change) {
    return mark("mark-dead-letter-discarded", letter, change);
  }

  private boolean mark(String statement, DeadLetter letter, Change change) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("id", letter.id());
    parameters.put("redrives", letter.redrives());
    parameters.put("by", change.by());
    parameters.put("reason", change.reason());
    return statements.update(statement, parameters) == 1;
  }
}
