package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.gateway.BusinessDay;
import io.daybook.gateway.DueDays;
import io.daybook.gateway.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one day.
 *
 * @param day null for a day that is not due and was never asked for
 * @param problem what needs a person, or null
 */
record Story(
    Gateway gateway,
    LocalDate date,
    Instant now,
    @Nullable DayStatus day,
    @Nullable Problem problem,
    Facts facts) {

  BusinessDay window() {
    return gateway.day(date);
  }

  Instant dueSince() {
    return DueDays.since(gateway, date);
  }

  boolean isBeforeFirst() {
    LocalDate since = gateway.since();
    return since != null && date.isBefore(since);
  }

  /** What status prints of the day, and what explain adds; the same names for every day. */
  ObjectNode json() {
    Verdict verdict = Verdict.of(this);
    ObjectNode json =
        day == null
            ? Json.object()
                .put("gateway", gateway.name())
                .put("date", date.toString())
                .put("due", false)
                .put("state", Verdict.NOT_DUE)
            : day.json(problem);
    BusinessDay window = window();
    json.putObject("window")
        .put("zone", gateway.zone().getId())
        .put("from", window.from().toString())
        .put("to", window.to().toString())
        .put("hours", Duration.between(window.from(), window.to()).toHours())
        .put("dueSince", dueSince().toString());
    json.setAll((ObjectNode) facts.json());
    return json.put("verdict", verdict.sentence()).put("next", verdict.next());
  }
}
