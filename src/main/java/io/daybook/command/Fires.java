package io.daybook.command;

import io.daybook.settings.ScheduleSettings;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** The fires of the schedule: what should have been asked for at one and was not needs a person. */
final class Fires {
  /** What a fire may take until all it asks for stands in the tables. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final CronExpression cron;
  private final Clock clock;

  Fires(ScheduleSettings settings, Clock clock) {
    try {
      cron = new CronExpression(settings.cron());
    } catch (ParseException checkedByTheSettings) {
      throw new IllegalArgumentException(checkedByTheSettings);
    }
    cron.setTimeZone(TimeZone.getTimeZone(settings.zone()));
    this.clock = clock;
  }

  /** Whether the schedule has fired since then, and had time enough. */
  boolean passedSince(Instant instant) {
    Date next = cron.getNextValidTimeAfter(Date.from(instant));
    return next != null && next.toInstant().plus(PATIENCE).isBefore(clock.instant());
  }
}
