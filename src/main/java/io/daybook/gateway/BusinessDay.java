package io.daybook.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day of one gateway, half open: from its start in the gateway's zone to the next day's start, so
 * 23, 24 or 25 hours long.
 *
 * @param from the first instant of the day
 * @param to the first instant after it
 */
public record BusinessDay(String gateway, LocalDate date, ZoneId zone, Instant from, Instant to) {

  static BusinessDay of(String gateway, LocalDate date, ZoneId zone) {
    return new BusinessDay(
        gateway,
        date,
        zone,
        date.atStartOfDay(zone).toInstant(),
        date.plusDays(1).atStartOfDay(zone).toInstant());
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  @Override
  public String toString() {
    return gateway + " " + date;
  }
}
