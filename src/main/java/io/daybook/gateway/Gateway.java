package io.daybook.gateway;

import io.daybook.settings.GatewaySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One account with one provider. Its days are days in its own zone.
 *
 * @param name the user's name for it, also the message group of its days
 * @param provider whose YAML file says how it is asked
 * @param since the first day that is due, or null if that was not set
 * @param settleDelay how long after its end a day may still be incomplete at the provider
 */
public record Gateway(
    String name, String provider, ZoneId zone, @Nullable LocalDate since, Duration settleDelay) {

  public static Gateway of(GatewaySettings settings) {
    return new Gateway(
        settings.name(),
        settings.provider(),
        settings.zone(),
        settings.since(),
        settings.settleDelay());
  }

  public BusinessDay day(LocalDate date) {
    return BusinessDay.of(name, date, zone);
  }

  /** Returns from when on a day can be complete at the provider: its end, and the settle delay. */
  public Instant settledFrom(LocalDate date) {
    return day(date).to().plus(settleDelay);
  }

  /** Returns the newest day that is over in this gateway's zone. */
  public LocalDate lastDayOver(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), zone).minusDays(1);
  }
}
