package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.database.Migrations;
import io.daybook.sandbox.EmbeddedQueue;
import io.daybook.settings.Settings;
import io.daybook.testing.Letters;
import io.daybook.testing.QueueRelay;
import io.daybook.testing.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class DeadLettersCommandTest {
  private static final String STATES =
      "SELECT concat_ws(' ', dead_letter_id, state, redrives) FROM dead_letters"
          + " WHERE sent_at IS NOT NULL ORDER BY dead_letter_id";

  private final World world = new World();
  private final Shell shell = new Shell(world);
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
  void lists_all_at_once_by_cause_and_gives_them_back_at_once() {
    letters.add(100);

    Shell.Result result = type("list");

    assertThat(result.err()).isEmpty();
    assertThat(result.lines()).filteredOn(l -> l.matches("[a-z-]+ +20 +20 .*")).hasSize(5);
    assertThat(result.lines()).filteredOn(l -> l.matches(" *\\d+ .* open +yes +told")).hasSize(100);
    assertThat(letters.held()).isEqualTo(100);
    assertThat(world.queues().receive(world.queues().deadLettersUrl())).hasSize(10);
  }

  @Test
  void sends_the_same_body_in_its_gateways_group_though_it_was_sent_a_moment_ago() {
    long id = letters.add("stripe", World.YESTERDAY, "gateway-unavailable");
    String body = "{\"gateway\":\"stripe\",\"date\":\"2024-07-10\"}";
    world.queues().send("stripe", body);
    assertThat(letters.takeAsked()).hasSize(1);

    redrive("--id", String.valueOf(id), "--reason", "gateway is back", "--by", "nora");

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

    type("redrive", "--all", "--rate", "20");

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
      Shell.Result cut = redrive("--all");
      assertThat(cut.exitCode()).isEqualTo(1);
      assertThat(cut.err()).contains("cut by the test", "it is safe to type this again");
      assertThat(letters.held()).isPositive();

      relay.mend();
      assertThat(redrive("--all").exitCode()).isZero();
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

    assertThat(redrive("--all").lines()).hasSize(5);

    assertThat(letters.held()).isZero();
    assertThat(letters.takeAsked()).hasSize(5);
  }

  @Test
  void lists_and_moves_what_the_queue_gave_up_without_us() {
    for (int day = 10; day < 22; day++) {
      letters.arrive("stripe", "{\"gateway\":\"stripe\",\"date\":\"2024-06-" + day + "\"}");
    }
    letters.arrive("anybody", "please");

    Shell.Result listed = type("list");
    assertThat(listed.exitCode()).as(listed.err()).isZero();
    assertThat(listed.lines())
        .filteredOn(l -> l.contains("internal  stripe"))
        .hasSizeBetween(9, 10);
    assertThat(listed.lines()).anyMatch(l -> l.matches(" *\\d+  internal  - .*"));
    assertThat(listed.err()).contains(" more messages on the dead-letter queue");
    assertThat(letters.held()).isEqualTo(13);

    assertThat(redrive("--all").lines()).hasSize(13);
    assertThat(letters.takeAsked()).hasSize(13).extracting(Message::body).doesNotHaveDuplicates();
    assertThat(letters.held()).isZero();
  }

  @Test
  void does_not_take_a_message_for_another_row_of_the_same_number() {
    long id = letters.add("stripe", World.YESTERDAY, "internal");
    redrive("--all");
    letters.add("moyasar", World.YESTERDAY, "internal");
    world.sql().update("UPDATE dead_letters SET dead_letter_id = 77 WHERE dead_letter_id = ?", id);
    world
        .sql()
        .update(
            "UPDATE dead_letters SET dead_letter_id = ?, state = 'redriven', body = 'other'"
                + " WHERE gateway = 'moyasar'",
            id + 1);

    assertThat(type("list").lines()).anyMatch(l -> l.contains("internal  moyasar"));
  }

  @Test
  void keeps_the_row_of_one_that_fails_again_and_resolves_one_whose_day_is_stored() {
    world.start();
    world.queues().send("any", "{\"gateway\":\"paypal\",\"date\":\"2024-07-10\"}");
    untilHeld(1);

    for (int redrives = 1; redrives <= 2; redrives++) {
      assertThat(redrive("--all").lines()).containsExactly("1  unknown-gateway  paypal  -");
      untilStates("1 open " + redrives);
      untilHeld(1);
    }

    letters.add("stripe", World.YESTERDAY, "gateway-unavailable");
    shell.type("request", "--gateway", "stripe", "2024-07-10");
    untilStates("1 open 2", "2 resolved 0");
    assertThat(discard("--id", "1").lines()).hasSize(1);
    assertThat(type("list").err()).isEqualTo("No dead letter\n");
    assertThat(letters.held()).isZero();
  }

  private void untilStates(String... states) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> letters.lines(STATES), List.of(states)::equals);
  }

  private void untilHeld(int messages) {
    await().atMost(Duration.ofSeconds(20)).until(() -> letters.held() == messages);
  }

  @Test
  void discards_with_who_and_why_and_removes_the_messages() {
    letters.add(10);

    assertThat(discard("--cause", "internal", "--dry-run").lines()).hasSize(2);
    assertThat(letters.held()).isEqualTo(10);
    assertThat(discard("--cause", "internal", "--by", "nora").lines()).hasSize(2);

    assertThat(letters.held()).isEqualTo(8);
    assertThat(letters.asked()).isZero();
    assertThat(
            letters.lines(
                "SELECT concat_ws(' ', cause, changed_by, change_reason) FROM dead_letters"
                    + " WHERE state = 'discarded'"))
        .containsExactly("internal nora no longer needed", "internal nora no longer needed");
    assertThat(redrive("--cause", "internal").lines()).isEmpty();
  }

  @Test
  void does_not_understand_what_could_mean_too_much() {
    letters.add(1);

    for (String line :
        List.of(
            "redrive",
            "redrive --all --id 1",
            "redrive --all --rate 0",
            "redrive --all --limit 0",
            "discard --all",
            "discard --reason x",
            "show",
            "show one",
            "list --state shut")) {
      Shell.Result result = type(line.split(" "));

      assertThat(result.exitCode()).as(line).isEqualTo(2);
      assertThat(result.err()).as(line).contains("Usage: daybook dead-letters ");
      assertThat(letters.held()).as(line).isEqualTo(1);
      assertThat(letters.asked()).as(line).isZero();
    }
  }

  @Test
  void names_a_number_that_does_not_exist_before_it_moves_anything() {
    letters.add(1);

    Shell.Result result = redrive("--id", "1", "--id", "99");

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

    assertThat(redrive("--all").lines()).isEmpty();
    assertThat(type("list").lines()).anyMatch(line -> line.contains("not seen"));
    assertThat(letters.asked()).isZero();
  }

  @Test
  void shows_everything_of_one_and_the_next_command() {
    new DayRows(world).add("2024-07-10", "failed");
    letters.add("stripe", World.YESTERDAY, "gateway-refused");

    assertThat(type("show", "1").lines())
        .contains(
            "cause     gateway-refused",
            "error     told",
            "body      {\"gateway\":\"stripe\",\"date\":\"2024-07-10\"}",
            "day       failed, 0 transactions, 0 rejected; no run has ended",
            "first     renew the gateway's credentials, and restart with them",
            "next      java -jar daybook.jar dead-letters redrive --id 1");
    assertThat(type("show", "2").err()).isEqualTo("There is no dead letter 2\n");
  }

  @Test
  void gives_scripts_an_array_with_stable_names() throws Exception {
    letters.add("stripe", LocalDate.of(2024, 7, 9), "gateway-refused");

    JsonNode json = new JsonMapper().readTree(type("list", "--json").out());

    List<String> names = new ArrayList<>();
    json.get(0).fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "id",
            "cause",
            "gateway",
            "date",
            "attempts",
            "redrives",
            "failedAt",
            "state",
            "error",
            "changedAt",
            "changedBy",
            "changeReason",
            "next",
            "onQueue");
    assertThat(new JsonMapper().readTree(redrive("--all", "--json").out())).hasSize(1);
  }

  private Shell.Result redrive(String... more) {
    return shell.type(with(new String[] {"dead-letters", "redrive", "--rate", "500"}, more));
  }

  private Shell.Result discard(String... more) {
    return shell.type(
        with(new String[] {"dead-letters", "discard", "--reason", "no longer needed"}, more));
  }

  private Shell.Result type(String... arguments) {
    return shell.type(with(new String[] {"dead-letters"}, arguments));
  }

  private static String[] with(String[] first, String... more) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
