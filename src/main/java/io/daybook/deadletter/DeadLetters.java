package io.daybook.deadletter;

import io.daybook.message.DayRequest;
import io.daybook.message.Excerpt;
import io.daybook.message.InvalidMessageException;
import io.daybook.message.Received;
import io.daybook.run.Causes;
import io.daybook.run.Run;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.aws2.sqs.Sqs2Constants;
import org.jspecify.annotations.Nullable;

/** Describes a message that could not be done, for the table and for the dead-letter queue. */
public final class DeadLetters {
  /** SQS takes 262,144 bytes with the attributes; a longer body stands in the table alone. */
  static final int BODY_CHARACTERS_MAX = 50_000;

  private static final List<String> ATTRIBUTES =
      List.of(
          "deadLetterId", "cause", "error", "gateway", "date", "failedAt", "attempts", "redrives");

  /** Returns what {@code record-dead-letter.sql} writes. */
  public Map<String, Object> row(
      Received received, @Nullable DayRequest request, @Nullable Run run, Exception reason) {
    Map<String, Object> row = new HashMap<>();
    row.put("messageId", received.messageId());
    RedriveId.putInto(row, received.deduplicationId());
    row.put("body", received.body());
    putDay(row, request, reason);
    row.put("cause", Causes.of(reason));
    row.put("error", Causes.message(reason));
    row.put("attempts", run == null ? 0 : run.attempt());
    return row;
  }

  private static void putDay(
      Map<String, Object> row, @Nullable DayRequest request, Exception reason) {
    InvalidMessageException refused = Causes.find(reason, InvalidMessageException.class);
    row.put(
        "gateway",
        request != null ? request.gateway() : refused == null ? null : refused.gateway());
    LocalDate date = request != null ? request.date() : refused == null ? null : refused.date();
    row.put("date", date == null ? null : date.toString());
  }

  /** Returns the dead letter as it is sent, once it was recorded. */
  public Map<String, Object> letter(Map<String, Object> row, Map<String, Object> recorded) {
    Map<String, Object> letter = new HashMap<>(row);
    letter.putAll(recorded);
    return letter;
  }

  /**
   * Makes the exchange's message the dead letter: the message's own body, so that the queue's own
   * redrive works, and a message group of its own, so that none hides another.
   */
  public void address(Exchange exchange, Map<String, Object> letter) {
    exchange.setProperty(Sqs2Constants.MESSAGE_GROUP_ID_PROPERTY, letter.get("deadLetterId"));
    Message message = exchange.getMessage();
    message.setBody(shortened(String.valueOf(letter.get("body"))));
    for (String name : ATTRIBUTES) {
      if (letter.get(name) != null) {
        message.setHeader(name, String.valueOf(letter.get(name)));
      }
    }
  }

  private static String shortened(String body) {
    return body.length() <= BODY_CHARACTERS_MAX ? body : Excerpt.of(body, 1_000);
  }
}
