package io.daybook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final LocalDate LAST = LocalDate.of(2024, 4, 7);
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final History HISTORY = new History("stripe", Kind.STRIPE, NEW_YORK, 400);

  @Test
  void is_the_same_each_time() {
    assertThat(HISTORY.day(LAST)).containsExactlyElementsOf(HISTORY.day(LAST).toList());
  }

  @Test
  void has_three_weeks_with_a_believable_number_of_transactions_a_day() {
    Ledger ledger = HISTORY.until(LAST);
    var days = History.firstDay(LAST).datesUntil(LAST.plusDays(1)).toList();
    assertThat(days).hasSize(21);
    assertThat(days).allSatisfy(day -> assertThat(ledger.day(day)).hasSizeBetween(120, 900));
    assertThat(ledger.entries())
        .hasSize(days.stream().mapToInt(day -> ledger.day(day).size()).sum());
  }

  @Test
  void has_a_transaction_in_the_first_and_in_the_last_moment_of_each_day() {
    List<Entry> day = HISTORY.until(LAST).day(LAST);
    assertThat(day.get(0).occurredAt().atZone(NEW_YORK).toLocalTime()).hasToString("23:59:59");
    assertThat(day.get(day.size() - 1).occurredAt().atZone(NEW_YORK).toLocalTime())
        .hasToString("00:00");
  }

  @Test
  void fills_all_25_hours_of_a_day_when_clocks_go_back() {
    LocalDate clocksGoBack = LocalDate.of(2024, 11, 3);
    List<Entry> day = HISTORY.between(clocksGoBack, clocksGoBack).day(clocksGoBack);
    Duration span = Duration.between(day.get(day.size() - 1).occurredAt(), day.get(0).occurredAt());
    assertThat(span).isEqualTo(Duration.ofHours(25).minusSeconds(1));
  }

  @Test
  void differs_from_day_to_day_and_from_gateway_to_gateway() {
    var ids = HISTORY.until(LAST).entries().stream().map(Entry::id).collect(Collectors.toSet());
    History other = new History("stripe-uae", Kind.STRIPE, NEW_YORK, 400);
    assertThat(other.until(LAST).entries()).noneMatch(entry -> ids.contains(entry.id()));
  }

  @Test
  void makes_a_day_as_big_as_asked() {
    assertThat(HISTORY.day(LAST, 200_000).map(Entry::id).distinct()).hasSize(200_000);
  }
}
