package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one message asks of one gateway.
 *
 * @param group the message group: days of a range do not hold up yesterday's
 */
record Ask(String gateway, LocalDate from, LocalDate to, String group) {

  static Ask day(String gateway, LocalDate date) {
    return new Ask(gateway, date, date, gateway);
  }

  static Ask range(String gateway, LocalDate from, LocalDate to) {
    return new Ask(gateway, from, to, gateway + "/range");
  }

  /** Whether it is a day by itself, and not one of a range. */
  boolean single() {
    return group.equals(gateway);
  }

  /** Whether it ends where another begins, so that one message may stand for both. */
  boolean continuedBy(Ask next, int daysMax) {
    return to.plusDays(1).equals(next.from()) && ChronoUnit.DAYS.between(from, next.to()) < daysMax;
  }

  Ask upTo(LocalDate last) {
    return new Ask(gateway, from, last, group);
  }

  /** The same, day by day. */
  Stream<Ask> days() {
    return from.datesUntil(to.plusDays(1)).map(date -> new Ask(gateway, date, date, group));
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("gateway", gateway);
    return from.equals(to)
        ? json.put("date", from.toString())
        : json.put("from", from.toString()).put("to", to.toString());
  }

  String body(String requestId, @Nullable String reason) {
    ObjectNode body = Json.object().put("gateway", gateway);
    if (single()) {
      body.put("date", from.toString());
    } else {
      body.put("from", from.toString()).put("to", to.toString());
    }
    body.put("requestId", requestId);
    return (reason == null ? body : body.put("reason", reason)).toString();
  }

  @Override
  public String toString() {
    return gateway + " " + (from.equals(to) ? from : from + ".." + to);
  }
}
