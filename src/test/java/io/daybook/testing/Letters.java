package io.daybook.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Dead letters of 5 causes and 20 gateways, as the route dead-letter-day leaves them. */
public record Letters(World world) {
  public static final List<String> CAUSES =
      List.of(
          "gateway-unavailable",
          "gateway-refused",
          "gateway-answer",
          "too-many-rejected",
          "internal");

  /** Adds so many, in the table and on the queue. */
  public void add(int count) {
    for (int i = 0; i < count; i++) {
      String gateway = "gateway-%02d".formatted(i / 5 % 20);
      LocalDate date = LocalDate.of(2024, 1, 1).plusDays(i % 10 + 10L * (i / 100));
      add(gateway, date, CAUSES.get(i % 5));
    }
  }

  /** Returns its number. The message was first sent within the last five minutes. */
  public long add(String gateway, LocalDate date, String cause) {
    String body = "{\"gateway\":\"" + gateway + "\",\"date\":\"" + date + "\"}";
    Long id =
        world
            .sql()
            .queryForObject(
                """
                INSERT INTO dead_letters (message_id, body, gateway, business_date, cause, error, attempts, sent_at)
                VALUES (?, ?, ?, ?, ?, 'told', 5, now())
                RETURNING dead_letter_id
                """,
                Long.class,
                UUID.randomUUID().toString(),
                body,
                gateway,
                date,
                cause);
    sendDeadLetter(String.valueOf(id), body, Map.of("deadLetterId", String.valueOf(id)));
    return id == null ? 0 : id;
  }

  /**
   * As the queue's own redrive policy leaves it: in the group it had, without attributes of ours.
   */
  public void arrive(String group, String body) {
    sendDeadLetter(group, body, Map.of());
  }

  private void sendDeadLetter(String group, String body, Map<String, String> attributes) {
    Map<String, MessageAttributeValue> typed = new HashMap<>();
    attributes.forEach(
        (name, value) ->
            typed.put(
                name,
                MessageAttributeValue.builder().dataType("String").stringValue(value).build()));
    world
        .queues()
        .sqs()
        .sendMessage(
            m ->
                m.queueUrl(world.queues().deadLettersUrl())
                    .messageGroupId(group)
                    .messageDeduplicationId(UUID.randomUUID().toString())
                    .messageAttributes(typed)
                    .messageBody(body));
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
