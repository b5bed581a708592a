package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.deadletter.Advice;
import io.daybook.deadletter.DeadLetter;
import io.daybook.message.Excerpt;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A dead letter in words, on a line and as JSON. */
final class DeadLetterView {
  private static final String DEAD_LETTERS = CommandLines.PROGRAM + " dead-letters ";

  private DeadLetterView() {}

  static Table table() {
    return new Table(
        ">id",
        "cause",
        "gateway",
        "date",
        ">attempts",
        ">redrives",
        "failed at",
        "state",
        "on queue",
        "error");
  }

  static void add(Table table, DeadLetter letter, boolean carried) {
    table.add(
        letter.id(),
        letter.cause(),
        shown(letter.gateway()),
        shown(letter.date()),
        letter.attempts(),
        letter.redrives(),
        seconds(letter.failedAt()),
        letter.state(),
        carried ? "yes" : "not seen",
        Excerpt.of(letter.error()));
  }

  /** What redrive and discard print of each. */
  static String line(DeadLetter letter) {
    return "%d  %s  %s  %s"
        .formatted(letter.id(), letter.cause(), shown(letter.gateway()), shown(letter.date()));
  }

  static ObjectNode json(DeadLetter letter) {
    return Json.object()
        .put("id", letter.id())
        .put("cause", letter.cause())
        .put("gateway", letter.gateway())
        .put("date", text(letter.date()))
        .put("attempts", letter.attempts())
        .put("redrives", letter.redrives())
        .put("failedAt", letter.failedAt().toString())
        .put("state", letter.state())
        .put("error", letter.error())
        .put("changedAt", text(letter.changedAt()))
        .put("changedBy", letter.changedBy())
        .put("changeReason", letter.changeReason())
        .put("next", next(letter));
  }

  /** The next command to type, once what the cause asks for is done; null if there is none. */
  static @Nullable String next(DeadLetter letter) {
    return switch (letter.state()) {
      case "open" ->
          Advice.canBeDone(letter.cause())
              ? DEAD_LETTERS + "redrive --id " + letter.id()
              : DEAD_LETTERS + "discard --id " + letter.id() + " --reason \"...\"";
      case "redriven" ->
          letter.gateway() == null || letter.date() == null
              ? null
              : CommandLines.PROGRAM
                  + " status --gateway %s --from %s --to %s"
                      .formatted(letter.gateway(), letter.date(), letter.date());
      default -> null;
    };
  }

  static String shown(@Nullable Object value) {
    return value instanceof Instant instant
        ? seconds(instant)
        : value == null ? "-" : value.toString();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
