package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.deadletter.Advice;
import io.daybook.message.Excerpt;
import io.daybook.message.MessageReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What needs a person, why, and the next command to type.
 *
 * @param gateway null for a dead letter that names none
 * @param from the first of the days that it is about, or null for a dead letter that names none
 * @param day null for a dead letter without a day
 */
record Problem(
    @Nullable String gateway,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable DayStatus day,
    String what,
    String why,
    String next) {

  static Problem of(DayStatus day, String what, String why, String next) {
    return new Problem(day.gateway(), day.date(), day.date(), day, what, why, next);
  }

  static Problem ofLetter(ResultSet row, int number) throws SQLException {
    LocalDate date = row.getObject("business_date", LocalDate.class);
    String cause = row.getString("cause");
    return new Problem(
        row.getString("gateway"),
        date,
        date,
        null,
        "dead letter",
        "%s: %s; %s".formatted(cause, Excerpt.of(row.getString("error")), Advice.first(cause)),
        CommandLines.PROGRAM + " dead-letters show " + row.getLong("dead_letter_id"));
  }

  /** The same problems, with missing days in a row as one. */
  static List<Problem> folded(List<Problem> problems) {
    List<Problem> folded = new ArrayList<>();
    for (Problem problem : problems) {
      int last = folded.size() - 1;
      if (last >= 0 && problem.follows(folded.get(last))) {
        folded.set(last, folded.get(last).until(problem));
      } else {
        folded.add(problem);
      }
    }
    return folded;
  }

  /** Also not more days than can be asked for at once. */
  private boolean follows(Problem other) {
    return isMissing()
        && other.isMissing()
        && Objects.equals(gateway, other.gateway)
        && from != null
        && other.from != null
        && other.to != null
        && from.equals(other.to.plusDays(1))
        && ChronoUnit.DAYS.between(other.from, from) < MessageReader.RANGE_DAYS_MAX;
  }

  private boolean isMissing() {
    return day != null && day.isMissing();
  }

  private Problem until(Problem other) {
    String request =
        NextCommand.request(
            Objects.requireNonNull(gateway),
            Objects.requireNonNull(from),
            Objects.requireNonNull(other.to));
    return new Problem(gateway, from, other.to, day, what, why, request);
  }

  String dates() {
    if (from == null || to == null) {
      return "-";
    }
    return from.equals(to) ? from.toString() : from + ".." + to;
  }

  /** As status prints its day; a dead letter without one has the names that say something. */
  ObjectNode json() {
    return day == null
        ? Json.object()
            .put("gateway", gateway)
            .put("date", from == null ? null : from.toString())
            .put("problem", what)
            .put("why", why)
            .put("next", next)
        : day.json(this);
  }
}
