package io.daybook.gateway;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** A day falls due once it is over in its gateway's zone and the settle delay has passed. */
public final class DueDays {
  private DueDays() {}

  /** Returns the newest day that is due. */
  public static LocalDate last(Gateway gateway, Clock clock) {
    return gateway.lastDayOver(Clock.offset(clock, gateway.settleDelay().negated()));
  }

  /** Returns the instant from which on the day is due. */
  public static Instant since(Gateway gateway, LocalDate date) {
    return gateway.day(date).to().plus(gateway.settleDelay());
  }
}
