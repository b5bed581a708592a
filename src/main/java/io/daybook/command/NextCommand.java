package io.daybook.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The command to type once the cause is gone; typing it too early is safe. */
final class NextCommand {
  private NextCommand() {}

  /** Returns null if the day needs none. */
  static @Nullable String of(DayStatus day) {
    return switch (day.state()) {
      case "incomplete" -> letters("list", day) + " --cause rejected-transaction";
      case DayStatus.MISMATCH -> day.isAccepted() ? null : request(day);
      case DayStatus.MISSING, "failed", "requested" -> again(day);
      default -> day.openLetter() == null ? null : again(day);
    };
  }

  /** Redriven if there is a dead letter, so that it is done with; else asked for. */
  static String again(DayStatus day) {
    return day.openLetter() == null
        ? request(day)
        : CommandLines.PROGRAM + " dead-letters redrive --id " + day.openLetter();
  }

  /** For a mismatch that asking again does not mend. */
  static String accept(DayStatus day) {
    return CommandLines.PROGRAM
        + " accept %s %s --reason \"...\"".formatted(day.gateway(), day.date());
  }

  static String request(DayStatus day) {
    return request(day.gateway(), day.date(), day.date());
  }

  static String request(String gateway, LocalDate from, LocalDate to) {
    return CommandLines.PROGRAM
        + " request --gateway %s %s".formatted(gateway, from.equals(to) ? from : from + ".." + to);
  }

  private static String letters(String what, DayStatus day) {
    return CommandLines.PROGRAM
        + " dead-letters %s --gateway %s --date %s".formatted(what, day.gateway(), day.date());
  }
}
