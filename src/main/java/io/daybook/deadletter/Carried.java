package io.daybook.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.message.Excerpt;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A message as the dead-letter queue delivered it.
 *
 * @param deadLetterId the row that it says it belongs to; null if it came without us
 * @param redrives how often its row had been redriven when it was sent
 */
record Carried(
    String messageId,
    String receiptHandle,
    String body,
    @Nullable Long deadLetterId,
    long redrives,
    String deduplicationId,
    Instant sentAt) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ERROR =
      "The queue's redrive policy gave it up, and no worker told why: each that took it ended"
          + " without a word, or it never was Daybook's; read the log of that time";

  static Carried of(Message message) {
    Map<MessageSystemAttributeName, String> system = message.attributes();
    return new Carried(
        message.messageId(),
        message.receiptHandle(),
        message.body(),
        number(message.messageAttributes().get("deadLetterId")),
        Objects.requireNonNullElse(number(message.messageAttributes().get("redrives")), 0L),
        system.getOrDefault(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, ""),
        Instant.ofEpochMilli(
            Long.parseLong(system.getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0"))));
  }

  private static @Nullable Long number(@Nullable MessageAttributeValue attribute) {
    String text = attribute == null ? null : attribute.stringValue();
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  /** Whether a copy of it was accepted since, also if that has failed again by now. */
  boolean isSupersededBy(DeadLetter letter) {
    return !letter.isOpen() || (deadLetterId != null && redrives < letter.redrives());
  }

  /** Returns what {@code find-dead-letter-of-message.sql} asks for. */
  Map<String, Object> key() {
    Map<String, Object> key = new HashMap<>();
    key.put("messageId", messageId);
    key.put("deadLetterId", deadLetterId);
    key.put("body", body);
    key.put("bodyMax", DeadLetters.BODY_CHARACTERS_MAX);
    return key;
  }

  /** Returns what {@code record-arrived-dead-letter.sql} writes. */
  Map<String, Object> row() {
    Map<String, Object> row = new HashMap<>();
    row.put("messageId", messageId);
    RedriveId.putInto(row, deduplicationId);
    row.put("body", body);
    row.put("error", ERROR);
    row.put("sentAt", sentAt.toString());
    putDay(row);
    return row;
  }

  /** The day, if it is one day of one gateway that the message asks for. */
  private void putDay(Map<String, Object> row) {
    row.put("gateway", null);
    row.put("date", null);
    try {
      JsonNode asked = JSON.readTree(body);
      if (asked.path("gateway").isTextual()) {
        row.put("gateway", Excerpt.of(asked.path("gateway").textValue()));
        row.put("date", LocalDate.parse(asked.path("date").asText()).toString());
      }
    } catch (JsonProcessingException | DateTimeException notOneDay) {
      return; // listed without a day, then
    }
  }
}
