package io.daybook.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.gateway.Gateway;
import io.daybook.gateway.Gateways;
import io.daybook.message.DayRequest;
import io.daybook.settings.GatewaySettings;
import io.daybook.testing.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which days are due, whatever the clocks do in the gateway's zone. */
class ScheduleTest {
  private static final Table TABLE = new Table(new World());

  @AfterAll
  static void close() {
    TABLE.close();
  }

  /** Each day is due at its end plus 15 minutes, and not a second before. */
  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2024-03-10, 2024-03-11T04:15:00Z", // 23 hours
    "America/New_York, 2023-11-05, 2023-11-06T05:15:00Z", // 25 hours
    "Africa/Cairo, 2024-04-25, 2024-04-25T22:15:00Z", // the day after it begins at 01:00
    "Africa/Cairo, 2024-04-26, 2024-04-26T21:15:00Z", // 23 hours
    "Asia/Dubai, 2024-02-28, 2024-02-28T20:15:00Z",
    "Asia/Dubai, 2024-02-29, 2024-02-29T20:15:00Z",
    "UTC, 2023-02-28, 2023-03-01T00:15:00Z",
    "UTC, 2024-12-31, 2025-01-01T00:15:00Z",
    "Pacific/Fiji, 2024-12-31, 2024-12-31T12:15:00Z", // 12 hours before a schedule in UTC
    "Etc/GMT+12, 2024-12-31, 2025-01-01T12:15:00Z", // 12 hours behind it
    "Pacific/Kiritimati, 2024-07-10, 2024-07-10T10:15:00Z"
  })
  void a_day_is_due_once_it_is_over_and_settled_in_its_gateways_zone(
      ZoneId zone, LocalDate date, Instant due) {
    assertThat(missing(zone, date, due.minusSeconds(1))).isEmpty();
    assertThat(missing(zone, date, due)).containsExactly(date);
    assertThat(missing(zone, date.minusDays(1), due)).containsExactly(date.minusDays(1), date);
  }

  @Test
  void a_month_off_over_a_leap_day_and_a_change_of_clocks_lacks_each_day_once_oldest_first() {
    ZoneId zone = ZoneId.of("America/New_York");
    LocalDate since = LocalDate.of(2024, 2, 20);
    assertThat(missing(zone, since, Instant.parse("2024-03-20T12:00:00Z")))
        .containsExactlyElementsOf(since.datesUntil(LocalDate.of(2024, 3, 20)).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "America/New_York", "Africa/Cairo", "Pacific/Auckland", "Asia/Kathmandu"})
  void hour_by_hour_through_two_years_no_day_is_due_early_twice_or_never(String zone) {
    Gateway gateway = gateway(ZoneId.of(zone), LocalDate.EPOCH);
    LocalDate expected = LocalDate.of(2023, 2, 27);
    Instant now = gateway.settledFrom(expected);
    for (int hour = 0; hour < 2 * 366 * 24; hour++, now = now.plus(Duration.ofHours(1))) {
      LocalDate last = gateway.lastDayOver(Clock.offset(at(now), gateway.settleDelay().negated()));
      if (!last.equals(expected)) {
        assertThat(last).isEqualTo(expected.plusDays(1));
        expected = last;
      }
      assertThat(gateway.settledFrom(last)).isBeforeOrEqualTo(now);
      assertThat(gateway.settledFrom(last.plusDays(1))).isAfter(now);
    }
  }

  private static List<LocalDate> missing(ZoneId zone, LocalDate since, Instant now) {
    Gateway gateway = gateway(zone, since);
    Schedule schedule =
        new Schedule(gateways(zone, since), TABLE.settings.schedule(), TABLE.statements, at(now));
    return schedule.missingDays().stream()
        .peek(day -> assertThat(day.gateway()).isEqualTo(gateway.name()))
        .map(DayRequest::date)
        .toList();
  }

  private static Gateway gateway(ZoneId zone, LocalDate since) {
    return gateways(zone, since).get("clock");
  }

  private static Gateways gateways(ZoneId zone, LocalDate since) {
    return new Gateways(
        Map.of(
            "clock",
            new GatewaySettings("clock", "stripe", Map.of(), zone, since, Duration.ofMinutes(15))));
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
