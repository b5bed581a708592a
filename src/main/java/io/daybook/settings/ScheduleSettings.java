package io.daybook.settings;

import java.text.ParseException;
import java.time.ZoneId;
import java.util.List;
import org.quartz.CronExpression;

/**
 * When days are asked for, how far back missing ones are looked for, and after how many days one is
 * read again.
 *
 * @param enabled whether this instance asks for days by itself
 * @param rangeDaysAhead days of ranges that one gateway may have on the queue at once
 * @param notReadyDelaySeconds how long after a gateway said that a day is not complete it is asked
 *     again
 */
public record ScheduleSettings(
    boolean enabled,
    String cron,
    ZoneId zone,
    int lookbackDays,
    List<Integer> recheckDays,
    int rangeDaysAhead,
    int notReadyDelaySeconds) {

  static final Range RECHECK_DAYS = new Range(1, 400);
  private static final Range LOOKBACK_DAYS = new Range(0, 3650);
  private static final Range RANGE_DAYS_AHEAD = new Range(1, 1000);
  private static final Range NOT_READY_DELAY = new Range(1, 86_400);
  private static final Kind<String> CRON =
      new Kind<>(
          "a Quartz cron expression such as 0 15 2 * * ?", ScheduleSettings::cron, "0 15 2 * * ?");

  public ScheduleSettings {
    CRON.check("cron", cron);
    LOOKBACK_DAYS.check("lookbackDays", lookbackDays);
    recheckDays.forEach(days -> RECHECK_DAYS.check("recheckDays", days));
    recheckDays = List.copyOf(recheckDays);
    RANGE_DAYS_AHEAD.check("rangeDaysAhead", rangeDaysAhead);
    NOT_READY_DELAY.check("notReadyDelaySeconds", notReadyDelaySeconds);
  }

  static ScheduleSettings read(Values values) {
    return new ScheduleSettings(
        values.read("daybook.schedule.enabled", Kind.YES_OR_NO),
        values.read("daybook.schedule.cron", CRON),
        values.read("daybook.schedule.zone", Kind.ZONE),
        values.read("daybook.schedule.lookback-days", Kind.integer(LOOKBACK_DAYS)),
        values.read("daybook.schedule.recheck-days", Kind.integers(RECHECK_DAYS)),
        values.read("daybook.schedule.range-days-ahead", Kind.integer(RANGE_DAYS_AHEAD)),
        values.read("daybook.schedule.not-ready-delay", Kind.integer(NOT_READY_DELAY)));
  }

  private static String cron(String text) {
    try {
      CronExpression.validateExpression(text);
      return text;
    } catch (ParseException e) {
      throw new Kind.Refusal(e.getMessage());
    }
  }
}
