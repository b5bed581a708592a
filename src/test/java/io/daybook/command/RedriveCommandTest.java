package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.daybook.database.Migrations;
import io.daybook.sandbox.EmbeddedQueue;
import io.daybook.settings.Settings;
import io.daybook.testing.Letters;
import io.daybook.testing.QueueRelay;
import io.daybook.testing.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class RedriveCommandTest {
  private static final String STATES =
      "SELECT concat_ws(' ', dead_letter_id, state, redrives) FROM dead_letters"
          + " WHERE sent_at IS NOT NULL ORDER BY dead_letter_id";

  private final World world = new World();
  private final DeadLetterShell shell = new DeadLetterShell(world);
  private final Letters letters = new Letters(world);

  @BeforeEach
  void migrate() {
    Migrations.migrate(Settings.of(world.settings()).database());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void sends_the_same_body_in_its_gateways_group_though_it_was_sent_a_moment_ago() {
    long id = letters.add("stripe", World.YESTERDAY, "gateway-unavailable");
    String body = "{\"gateway\":\"stripe\",\"date\":\"2024-07-10\"}";
    world.queues().send("stripe", body);
    assertThat(letters.takeAsked()).hasSize(1);

    shell.redrive("--id", String.valueOf(id), "--reason", "gateway is back", "--by", "nora");

    assertThat(letters.takeAsked())
        .singleElement()
        .matches(message -> message.body().equals(body))
        .matches(
            message ->
                "stripe"
                    .equals(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID)));
    assertThat(
            letters.lines(
                "SELECT concat_ws(' ', state, redrives, changed_by, change_reason) FROM dead_letters"))
        .containsExactly("redriven 1 nora gateway is back");
  }

  @Test
  void keeps_the_rate() {
    letters.add(41);

    shell.type("redrive", "--all", "--rate", "20");

    List<Long> sent =
        letters.takeAsked().stream()
            .map(m -> Long.valueOf(m.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP)))
            .sorted()
            .toList();
    double seconds = (sent.get(40) - sent.get(0)) / 1000.0;
    assertThat(40 / seconds).isCloseTo(20, within(2.0));
  }

  @ParameterizedTest
  @CsvSource({"DeleteMessageBatch, 1, false", "SendMessage, 9, false", "SendMessage, 9, true"})
  void moves_each_once_when_it_was_cut_in_the_middle_and_is_typed_again(
      String action, int after, boolean done) {
    letters.add(25);
    try (QueueRelay relay = new QueueRelay(EmbeddedQueue.shared().endpoint())) {
      world.with("daybook.queue.endpoint", relay.endpoint());
      relay.cut(action, after, done);
      Shell.Result cut = shell.redrive("--all");
      assertThat(cut.exitCode()).isEqualTo(1);
      assertThat(cut.err()).contains("cut by the test", "it is safe to type this again");
      assertThat(letters.held()).isPositive();

      relay.mend();
      assertThat(shell.redrive("--all").exitCode()).isZero();
    }
    assertThat(letters.takeAsked()).hasSize(25).extracting(Message::body).doesNotHaveDuplicates();
    assertThat(letters.held()).isZero();
    assertThat(letters.lines("SELECT DISTINCT state || redrives FROM dead_letters"))
        .containsExactly("redriven1");
  }

  @Test
  void waits_for_messages_that_a_killed_command_still_holds() {
    letters.add(5);
    world
        .queues()
        .sqs()
        .receiveMessage(
            m ->
                m.queueUrl(world.queues().deadLettersUrl())
                    .maxNumberOfMessages(10)
                    .visibilityTimeout(2));

    assertThat(shell.redrive("--all").lines()).hasSize(5);

    assertThat(letters.held()).isZero();
    assertThat(letters.takeAsked()).hasSize(5);
  }

  @Test
  void lists_and_moves_what_the_queue_gave_up_without_us() {
    for (int day = 10; day < 22; day++) {
      letters.arrive("stripe", "{\"gateway\":\"stripe\",\"date\":\"2024-06-" + day + "\"}");
    }
    letters.arrive("anybody", "please");

    Shell.Result listed = shell.type("list");
    assertThat(listed.exitCode()).as(listed.err()).isZero();
    assertThat(listed.lines())
        .filteredOn(l -> l.contains("internal  stripe"))
        .hasSizeBetween(9, 10);
    assertThat(listed.lines()).anyMatch(l -> l.matches(" *\\d+  internal  - .*"));
    assertThat(listed.err()).contains(" more messages on the dead-letter queue");
    assertThat(letters.held()).isEqualTo(13);

    assertThat(shell.redrive("--all").lines()).hasSize(13);
    assertThat(letters.takeAsked()).hasSize(13).extracting(Message::body).doesNotHaveDuplicates();
    assertThat(letters.held()).isZero();
  }

  @Test
  void keeps_the_row_of_one_that_fails_again_and_resolves_one_whose_day_is_stored() {
    world.start();
    world.queues().send("any", "{\"gateway\":\"paypal\",\"date\":\"2024-07-10\"}");
    untilHeld(1);

    for (int redrives = 1; redrives <= 2; redrives++) {
      assertThat(shell.redrive("--all").lines()).containsExactly("1  unknown-gateway  paypal  -");
      untilStates("1 open " + redrives);
      untilHeld(1);
    }

    letters.add("stripe", World.YESTERDAY, "gateway-unavailable");
    new Shell(world).type("request", "--gateway", "stripe", "2024-07-10");
    untilStates("1 open 2", "2 resolved 0");
    assertThat(shell.discard("--id", "1").lines()).hasSize(1);
    assertThat(shell.type("list").err()).isEqualTo("No dead letter\n");
    assertThat(letters.held()).isZero();
  }

  @Test
  void names_a_number_that_does_not_exist_before_it_moves_anything() {
    letters.add(1);

    Shell.Result result = shell.redrive("--id", "1", "--id", "99");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).isEqualTo("There is no dead letter 99\n");
    assertThat(letters.asked()).isZero();
  }

  @Test
  void leaves_alone_what_has_not_reached_the_dead_letter_queue() {
    world
        .sql()
        .update(
            "INSERT INTO dead_letters (message_id, body, cause, error, attempts) VALUES ('m', 'b', 'internal', 'e', 1)");

    assertThat(shell.redrive("--all").lines()).isEmpty();
    assertThat(shell.type("list").lines()).anyMatch(line -> line.contains("not seen"));
    assertThat(letters.asked()).isZero();
  }

  private void untilStates(String... states) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> letters.lines(STATES), List.of(states)::equals);
  }

  private void untilHeld(int messages) {
    await().atMost(Duration.ofSeconds(20)).until(() -> letters.held() == messages);
  }
}
