package io.daybook.command;

import java.time.Duration;

/** A duration in its largest unit and the next: "3 days 4 h", "2 h 5 min", "41 s". */
final class Ages {
  private Ages() {}

  static String words(Duration age) {
    if (age.toDays() > 1) {
      return "%d days %d h".formatted(age.toDays(), age.toHoursPart());
    }
    if (age.toHours() > 0) {
      return "%d h %d min".formatted(age.toHours(), age.toMinutesPart());
    }
    if (age.toMinutes() > 0) {
      return "%d min %d s".formatted(age.toMinutes(), age.toSecondsPart());
    }
    return "%d s".formatted(age.toSeconds());
  }
}
