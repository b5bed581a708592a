package io.daybook.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which downloads there must be when, by what is promised: the first once a day is over and
 * settled, others 1, 3 and 7 days after its end.
 */
final class PromptSchedule {
  static final List<Integer> RECHECK_DAYS = List.of(1, 3, 7);

  private record Day(LateAccount account, LocalDate date) {}

  private final Map<Day, Instant> next = new HashMap<>();

  PromptSchedule(List<LateAccount> accounts, List<LocalDate> dates) {
    accounts.forEach(a -> dates.forEach(date -> next.put(new Day(a, date), a.due(date))));
  }

  /** Returns how many downloads are due, and takes them as done. */
  int downloads(Instant now) {
    List<Day> due = next.keySet().stream().filter(day -> !next.get(day).isAfter(now)).toList();
    due.forEach(day -> put(day, now));
    return due.size();
  }

  private void put(Day day, Instant now) {
    RECHECK_DAYS.stream()
        .map(days -> day.account().end(day.date()).plus(Duration.ofDays(days)))
        .filter(recheck -> recheck.isAfter(now))
        .findFirst()
        .ifPresentOrElse(recheck -> next.put(day, recheck), () -> next.remove(day));
  }
}
