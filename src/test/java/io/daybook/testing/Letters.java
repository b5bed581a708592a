package io.daybook.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Dead letters of 5 causes and 20 gateways, as the route dead-letter-day leaves them. */
public record Letters(World world) {
  public static final List<String> CAUSES =
      List.of(
          "gateway-unavailable",
          "gateway-refused",
          "gateway-answer",
          "too-many-rejected",
          "internal");

  private static final String INSERT =
      """
      INSERT INTO dead_letters (message_id, body, gateway, business_date, cause, error, attempts, sent_at)
      VALUES (?, ?, ?, ?, ?, 'told', 5, now())
      """;

  /** Adds so many, in the table and on the queue. */
  public void add(int count) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LocalDate date = LocalDate.of(2024, 1, 1).plusDays(i % 10 + 10L * (i / 100));
      rows.add(row("gateway-%02d".formatted(i / 5 % 20), date, CAUSES.get(i % 5)));
    }
    add(rows);
  }

  /** Returns its number. */
  public long add(String gateway, LocalDate date, String cause) {
    add(Collections.singletonList(row(gateway, date, cause)));
    Long id =
        world.sql().queryForObject("SELECT max(dead_letter_id) FROM dead_letters", Long.class);
    return id == null ? 0 : id;
  }

  private static Object[] row(String gateway, LocalDate date, String cause) {
    String body = "{\"gateway\":\"" + gateway + "\",\"date\":\"" + date + "\"}";
    return new Object[] {UUID.randomUUID().toString(), body, gateway, date, cause};
  }

  private void add(List<Object[]> rows) {
    world.sql().batchUpdate(INSERT, rows);
    List<SendMessageBatchRequestEntry> messages =
        world
            .sql()
            .query(
                "SELECT * FROM dead_letters ORDER BY dead_letter_id DESC LIMIT ?",
                (row, n) -> message(row.getString("dead_letter_id"), row.getString("body")),
                rows.size());
    send(world.queues().deadLettersUrl(), messages);
  }

  private static SendMessageBatchRequestEntry message(String deadLetterId, String body) {
    MessageAttributeValue id =
        MessageAttributeValue.builder().dataType("String").stringValue(deadLetterId).build();
    return entry(deadLetterId, body).messageAttributes(Map.of("deadLetterId", id)).build();
  }

  /**
   * As the queue's own redrive policy leaves it: in the group it had, without attributes of ours.
   */
  public void arrive(String group, String body) {
    send(world.queues().deadLettersUrl(), List.of(entry(group, body).build()));
  }

  /**
   * All bodies are sent to the days queue and taken off it, as when they were first asked for: the
   * same message would be swallowed for five minutes.
   */
  public void askAndTake() {
    send(
        world.queues().daysUrl(),
        lines("SELECT body FROM dead_letters").stream()
            .map(body -> entry("any", body).messageDeduplicationId(null).build())
            .toList());
    takeAsked();
  }

  private static SendMessageBatchRequestEntry.Builder entry(String group, String body) {
    String unique = UUID.randomUUID().toString();
    return SendMessageBatchRequestEntry.builder()
        .id(unique)
        .messageGroupId(group)
        .messageDeduplicationId(unique)
        .messageBody(body);
  }

  private void send(String url, List<SendMessageBatchRequestEntry> messages) {
    for (int from = 0; from < messages.size(); from += 10) {
      List<SendMessageBatchRequestEntry> some =
          messages.subList(from, Math.min(from + 10, messages.size()));
      if (world.queues().sqs().sendMessageBatch(m -> m.queueUrl(url).entries(some)).hasFailed()) {
        throw new IllegalStateException("The queue did not accept all messages");
      }
    }
  }

  /** Takes all messages off the days queue. */
  public List<Message> takeAsked() {
    String url = world.queues().daysUrl();
    List<Message> all = new ArrayList<>();
    for (List<Message> some = world.queues().receive(url);
        !some.isEmpty();
        some = world.queues().receive(url)) {
      some.forEach(message -> world.queues().delete(url, message));
      all.addAll(some);
    }
    return all;
  }

  /** How many messages the dead-letter queue holds. */
  public int held() {
    return world.queues().size(world.queues().deadLettersUrl());
  }

  /** How many messages the days queue holds. */
  public int asked() {
    return world.queues().size(world.queues().daysUrl());
  }

  public List<String> lines(String sql) {
    return world.sql().queryForList(sql, String.class);
  }
}
