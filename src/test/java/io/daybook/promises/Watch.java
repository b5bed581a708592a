package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Waits for what is to be seen in the tables and on the queues, and reads it there. */
record Watch(World world) {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  /** Until a query's only number is this one. */
  void until(long expected, String sql, Object... arguments) {
    await(sql)
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> number(sql, arguments), found -> found == expected);
  }

  /** Until so many days were stored, and no message waits or is in work any more. */
  void untilSucceeded(long runs) {
    until(runs, "SELECT count(*) FROM runs WHERE outcome = 'succeeded'");
    untilNothingIsAsked();
  }

  void untilNothingIsAsked() {
    await("empty days queue").atMost(LONGEST).until(() -> asked() == 0);
  }

  /** How many messages the days queue holds. */
  int asked() {
    return world.queues().size(world.queues().daysUrl());
  }

  long number(String sql, Object... arguments) {
    Long number = world.sql().queryForObject(sql, Long.class, arguments);
    return number == null ? 0 : number;
  }

  List<String> lines(String sql, Object... arguments) {
    return world.sql().queryForList(sql, String.class, arguments);
  }

  /** The ids that are stored for a day. */
  Set<String> ids(String gateway, Object date) {
    return new TreeSet<>(
        lines(
            "SELECT transaction_id FROM transactions WHERE gateway = ? AND business_date = CAST(? AS date)",
            gateway,
            date.toString()));
  }

  /** The only message of the dead-letter queue, which it is removed from. */
  Message takeDeadLetter() {
    return takeDeadLetters(1).get(0);
  }

  /** All messages of the dead-letter queue, which they are removed from: exactly so many. */
  List<Message> takeDeadLetters(int count) {
    String url = world.queues().deadLettersUrl();
    List<Message> found = new ArrayList<>();
    await(count + " dead letters")
        .atMost(LONGEST)
        .until(
            () -> {
              List<Message> more = world.queues().receive(url);
              more.forEach(message -> world.queues().delete(url, message));
              found.addAll(more);
              return found.size() >= count;
            });
    assertThat(found).hasSize(count);
    assertThat(world.queues().size(url)).isZero();
    return found;
  }

  /** A message's attribute as text; empty if it has none of that name. */
  static String attribute(Message message, String name) {
    MessageAttributeValue value = message.messageAttributes().get(name);
    return value == null ? "" : value.stringValue();
  }

  /** A message that asks for one day. */
  static String day(String gateway, Object date) {
    return "{\"gateway\":\"" + gateway + "\",\"date\":\"" + date + "\"}";
  }
}
