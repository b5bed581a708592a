package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.daybook.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Whoever may send a message can ask for days, and do nothing else with it, whatever it says. */
class UntrustedMessageTest {
  private static final String TODAY = World.YESTERDAY.plusDays(1).toString();

  private static World world;
  private static Watch watch;

  @BeforeAll
  static void start() {
    world = new World();
    watch = new Watch(world);
    world.start();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("no JSON", "please run yesterday", "invalid-message", "", ""),
        arguments("an empty object", "{}", "invalid-message", "", ""),
        arguments("an array", "[]", "invalid-message", "", ""),
        arguments("two objects", "{}{}", "invalid-message", "", ""),
        arguments("null", "null", "invalid-message", "", ""),
        arguments("no gateway", "{\"date\":\"2024-07-10\"}", "invalid-message", "", ""),
        arguments("no date", "{\"gateway\":\"stripe\"}", "invalid-message", "", ""),
        arguments(
            "an unknown gateway",
            Watch.day("paypal", "2024-07-10"),
            "unknown-gateway",
            "paypal",
            ""),
        arguments(
            "a path as gateway",
            Watch.day("../../etc", "2024-07-10"),
            "unknown-gateway",
            "../../etc",
            ""),
        arguments(
            "a gateway twice",
            "{\"gateway\":\"stripe\",\"gateway\":\"moyasar\",\"date\":\"2024-07-10\"}",
            "invalid-message",
            "",
            ""),
        arguments("30 February, bare", "2024-02-30", "invalid-message", "", ""),
        arguments("30 February", Watch.day("stripe", "2024-02-30"), "invalid-message", "", ""),
        arguments(
            "a day to come", Watch.day("stripe", "2024-08-01"), "not-due", "stripe", "2024-08-01"),
        arguments("today", Watch.day("stripe", TODAY), "not-due", "stripe", TODAY),
        arguments("today, bare", TODAY, "not-due", null, TODAY),
        arguments(
            "a range from after to", range("2024-07-10", "2024-07-09"), "invalid-message", "", ""),
        arguments(
            "401 days",
            range(World.YESTERDAY.minusDays(400).toString(), World.YESTERDAY.toString()),
            "invalid-message",
            "",
            ""),
        arguments("a range up to today", range("2024-07-09", TODAY), "not-due", "stripe", TODAY),
        arguments(
            "a number as date",
            "{\"gateway\":\"stripe\",\"date\":20240710}",
            "invalid-message",
            "",
            ""),
        arguments(
            "an array as gateway",
            "{\"gateway\":[\"stripe\"],\"date\":\"2024-07-10\"}",
            "invalid-message",
            "",
            ""),
        arguments(
            "5,000 arrays in one another",
            "[".repeat(5_000) + "]".repeat(5_000),
            "invalid-message",
            "",
            ""),
        arguments("the year 0", Watch.day("stripe", "0000-01-01"), "invalid-message", "", ""),
        arguments("the year 0, bare", "0000-01-01", "invalid-message", "", ""),
        arguments("a year before 0", Watch.day("stripe", "-0044-03-15"), "invalid-message", "", ""),
        arguments(
            "the last of all years",
            Watch.day("stripe", "+999999999-12-31"),
            "invalid-message",
            "",
            ""),
        arguments(
            "an instant of the year 0",
            "{\"scheduledTime\":\"0000-01-01T00:00:00Z\"}",
            "invalid-message",
            "",
            ""),
        arguments(
            "an instant of the last of all years",
            "{\"time\":\"+999999999-12-31T00:00:00Z\"}",
            "invalid-message",
            "",
            ""));
  }

  /** An empty gateway or date: none is known; a null one: not compared. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void becomes_one_dead_letter_within_seconds(
      String what, String body, String cause, String gateway, String date) {
    String id = world.queues().send(group(), body, group());
    Message letter = seen(id, cause);
    assertThat(letter.body()).isEqualTo(body);
    if (gateway != null) {
      assertThat(Watch.attribute(letter, "gateway")).isEqualTo(gateway);
    }
    assertThat(Watch.attribute(letter, "date")).isEqualTo(date);
    assertThat(row(id)).containsEntry("body", body);
  }

  @Test
  void a_text_as_long_as_the_queue_takes_is_whole_in_the_table_and_shortened_on_the_queue() {
    String body = "1 MB of text. ".repeat(80_000);
    String id = sendAsMuchAsAccepted(body);
    Message letter = seen(id, "invalid-message");
    String kept = String.valueOf(row(id).get("body"));
    assertThat(kept).hasSizeGreaterThan(250_000);
    assertThat(body).startsWith(kept);
    assertThat(letter.body()).hasSizeBetween(100, 2_000);
    assertThat(kept).startsWith(letter.body().substring(0, 100));
  }

  @Test
  void a_good_message_between_bad_ones_of_its_group_is_done() {
    String group = group();
    world.queues().send(group, "bad", group + 1);
    world.queues().send(group, Watch.day("moyasar", "2024-07-08"), group + 2);
    world.queues().send(group, "worse", group + 3);
    watch.until(2, "SELECT count(*) FROM dead_letters WHERE body IN ('bad', 'worse')");
    assertThat(world.differences("moyasar", World.YESTERDAY.minusDays(2))).isEmpty();
    watch.takeDeadLetters(2);
    watch.untilNothingIsAsked();
  }

  /** Checks what all dead letters have, in the table and on the queue. */
  private static Message seen(String messageId, String cause) {
    Awaitility.await("a dead letter for " + messageId)
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                watch.number(
                        "SELECT count(*) FROM dead_letters WHERE message_id = ? AND sent_at IS NOT NULL",
                        messageId)
                    == 1);
    Message letter = watch.takeDeadLetter();
    Map<String, Object> row = row(messageId);
    assertThat(row).containsEntry("state", "open").containsEntry("cause", cause);
    assertThat(Watch.attribute(letter, "deadLetterId"))
        .isEqualTo(String.valueOf(row.get("dead_letter_id")));
    assertThat(Watch.attribute(letter, "cause")).isEqualTo(cause);
    assertThat(Watch.attribute(letter, "error"))
        .isEqualTo(row.get("error"))
        .isNotBlank()
        .doesNotContain("Exception");
    assertThat(Watch.attribute(letter, "attempts")).isEqualTo("0");
    assertThat(Watch.attribute(letter, "failedAt")).isNotBlank();
    watch.untilNothingIsAsked();
    return letter;
  }

  private static Map<String, Object> row(String messageId) {
    return world.sql().queryForMap("SELECT * FROM dead_letters WHERE message_id = ?", messageId);
  }

  private static String sendAsMuchAsAccepted(String text) {
    for (int size : List.of(1_048_576, 262_144)) {
      try {
        return world.queues().send(group(), text.substring(0, size), group());
      } catch (SqsException tooLong) {
        assertThat(tooLong).hasMessageContaining("shorter");
      }
    }
    throw new AssertionError("The queue takes no long message");
  }

  private static String range(String from, String to) {
    return "{\"gateway\":\"stripe\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to);
  }

  private static String group() {
    return UUID.randomUUID().toString();
  }
}
