package io.daybook.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells which due days are not sealed, those in a row that stand alike as one. */
final class Unsealed {
  private static final int LINES_MAX = 20;

  /** Days in a row. */
  private record Stretch(String gateway, LocalDate from, LocalDate to, String standing) {
    boolean goesOnWith(DayStatus day) {
      return gateway.equals(day.gateway())
          && to.plusDays(1).equals(day.date())
          && standing.equals(day.standing());
    }

    @Override
    public String toString() {
      return "%s %s: %s".formatted(gateway, from.equals(to) ? from : from + ".." + to, standing);
    }
  }

  private final List<DayStatus> due;
  private final List<DayStatus> unsealed;

  Unsealed(List<DayStatus> days) {
    due = days.stream().filter(DayStatus::due).toList();
    unsealed = due.stream().filter(day -> !day.isSealed()).toList();
  }

  /** Returns 0 if there are due days and each is sealed. */
  int tell(PrintWriter err) {
    if (due.isEmpty()) {
      err.println("No day is due in this range, so that nothing is proven");
      return 1;
    }
    if (unsealed.isEmpty()) {
      return 0;
    }
    List<Stretch> stretches = stretches();
    stretches.stream().limit(LINES_MAX).forEach(err::println);
    if (stretches.size() > LINES_MAX) {
      err.println("and %d more such lines".formatted(stretches.size() - LINES_MAX));
    }
    err.println("%d of %d days are not sealed".formatted(unsealed.size(), due.size()));
    return 1;
  }

  private List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    for (DayStatus day : unsealed) {
      int last = stretches.size() - 1;
      if (last >= 0 && stretches.get(last).goesOnWith(day)) {
        LocalDate from = stretches.get(last).from();
        stretches.set(last, new Stretch(day.gateway(), from, day.date(), day.standing()));
      } else {
        stretches.add(new Stretch(day.gateway(), day.date(), day.date(), day.standing()));
      }
    }
    return stretches;
  }
}
