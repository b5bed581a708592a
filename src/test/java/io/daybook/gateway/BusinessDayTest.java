package io.daybook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDayTest {

  @ParameterizedTest
  @CsvSource({
    "2024-03-31, Europe/Berlin, 2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z, 23",
    "2024-10-27, Europe/Berlin, 2024-10-26T22:00:00Z, 2024-10-27T23:00:00Z, 25",
    "2024-07-10, Europe/Berlin, 2024-07-09T22:00:00Z, 2024-07-10T22:00:00Z, 24",
    "2024-07-10, Asia/Riyadh, 2024-07-09T21:00:00Z, 2024-07-10T21:00:00Z, 24",
    "2024-02-28, UTC, 2024-02-28T00:00:00Z, 2024-02-29T00:00:00Z, 24",
    "2024-02-29, UTC, 2024-02-29T00:00:00Z, 2024-03-01T00:00:00Z, 24",
    "2023-02-28, UTC, 2023-02-28T00:00:00Z, 2023-03-01T00:00:00Z, 24",
    "2024-12-31, Asia/Riyadh, 2024-12-30T21:00:00Z, 2024-12-31T21:00:00Z, 24",
    "2018-11-04, America/Sao_Paulo, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z, 23"
  })
  void lasts_from_its_start_to_the_next_days_start_in_its_zone(
      LocalDate date, String zone, Instant from, Instant to, long hours) {
    BusinessDay day = BusinessDay.of("stripe", date, ZoneId.of(zone));
    assertThat(day.from()).isEqualTo(from);
    assertThat(day.to()).isEqualTo(to);
    assertThat(Duration.between(day.from(), day.to())).hasHours(hours);
  }

  @Test
  void contains_its_first_instant_and_not_the_next_days() {
    BusinessDay day = BusinessDay.of("stripe", LocalDate.of(2024, 10, 27), ZoneId.of("UTC"));
    assertThat(day.contains(day.from())).isTrue();
    assertThat(day.contains(day.from().minusNanos(1))).isFalse();
    assertThat(day.contains(day.to().minusNanos(1))).isTrue();
    assertThat(day.contains(day.to())).isFalse();
  }

  @Test
  void no_instant_of_a_year_with_two_clock_changes_belongs_to_two_days_or_none() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    LocalDate.of(2024, 1, 1)
        .datesUntil(LocalDate.of(2025, 1, 1))
        .forEach(
            date ->
                assertThat(BusinessDay.of("stripe", date, berlin).to())
                    .isEqualTo(BusinessDay.of("stripe", date.plusDays(1), berlin).from()));
  }

  @Test
  void is_shown_as_its_gateway_and_date() {
    assertThat(BusinessDay.of("stripe-uae", LocalDate.of(2024, 7, 10), ZoneId.of("UTC")))
        .hasToString("stripe-uae 2024-07-10");
  }
}
