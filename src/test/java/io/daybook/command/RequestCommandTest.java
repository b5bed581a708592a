package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.database.Migrations;
import io.daybook.settings.Settings;
import io.daybook.testing.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class RequestCommandTest {
  private final World world = new World();
  private final Shell shell = new Shell(world);
  private final DayRows days = new DayRows(world);

  @BeforeEach
  void migrate() {
    Migrations.migrate(Settings.of(world.settings()).database());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void asks_one_gateway_for_one_day() throws JsonProcessingException {
    Shell.Result result =
        shell.type("request", "--gateway", "stripe", "2024-07-10", "--reason", "say \"please\"");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo("stripe 2024-07-10\n");
    Message message = messages().get(0);
    JsonNode body = new JsonMapper().readTree(message.body());
    assertThat(group(message)).isEqualTo("stripe");
    assertThat(body.get("gateway").asText()).isEqualTo("stripe");
    assertThat(body.get("date").asText()).isEqualTo("2024-07-10");
    assertThat(body.get("reason").asText()).isEqualTo("say \"please\"");
    assertThat(result.err()).contains(body.get("requestId").asText());
  }

  @Test
  void asks_every_gateway_unless_one_is_named() {
    shell.type("request", "2024-07-10");

    assertThat(messages())
        .extracting(RequestCommandTest::group)
        .containsExactlyInAnyOrder("stripe", "stripe-uae", "moyasar");
  }

  @Test
  void asks_again_within_five_minutes_if_it_is_asked_to() {
    shell.type("request", "--gateway", "stripe", "2024-07-10");
    shell.type("request", "--gateway", "stripe", "2024-07-10");

    assertThat(size()).isEqualTo(2);
  }

  @Test
  void asks_for_a_whole_range_in_one_message_of_a_group_of_its_own() {
    Shell.Result result =
        shell.type("request", "--gateway", "stripe", "2024-07-01..2024-07-10", "--only", "all");

    assertThat(result.out()).isEqualTo("stripe 2024-07-01..2024-07-10\n");
    Message message = messages().get(0);
    assertThat(group(message)).isEqualTo("stripe/range");
    assertThat(message.body()).contains("\"from\":\"2024-07-01\",\"to\":\"2024-07-10\"");
    assertThat(size()).isEqualTo(1);
  }

  @Test
  void asks_for_three_years_in_messages_of_at_most_400_days_oldest_first() {
    Shell.Result result =
        shell.type("request", "--gateway", "stripe", "2021-07-11..2024-07-10", "--only", "all");

    assertThat(result.lines())
        .containsExactly(
            "stripe 2021-07-11..2022-08-14",
            "stripe 2022-08-15..2023-09-18",
            "stripe 2023-09-19..2024-07-10");
    assertThat(size()).isEqualTo(3);
  }

  @Test
  void notes_a_single_day_at_once_as_asked_for() {
    shell.type("request", "--gateway", "stripe", "2024-07-10", "--reason", "late refunds");

    assertThat(days.line("2024-07-10")).isEqualTo("requested, asked at 12:00, late refunds");
  }

  @Test
  void a_day_that_the_queue_did_not_take_waits_for_an_instance_to_send_it() {
    world.with("daybook.queue.days-url", world.queues().daysUrl().replace("days-", "gone-"));

    shell.type("request", "--gateway", "stripe", "2024-07-10", "--reason", "late refunds");

    assertThat(days.line("2024-07-10")).isEqualTo("requested, wanted, late refunds");
  }

  @Test
  void asks_without_a_database_and_says_that_nothing_is_noted() {
    world.with("daybook.database.url", "jdbc:postgresql://127.0.0.1:1/none");

    Shell.Result result = shell.type("request", "--gateway", "stripe", "2024-07-10");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).startsWith("Not noted in the database");
    assertThat(size()).isEqualTo(1);
  }

  @Test
  void asks_only_for_unsealed_days_of_a_range() {
    days.add("2024-07-02", "sealed");
    days.add("2024-07-03", "stored");

    Shell.Result result = shell.type("request", "--gateway", "stripe", "2024-07-01..2024-07-03");

    assertThat(result.lines()).containsExactly("stripe 2024-07-01", "stripe 2024-07-03");
    assertThat(messages())
        .allSatisfy(message -> assertThat(group(message)).isEqualTo("stripe/range"))
        .extracting(Message::body)
        .anySatisfy(b -> assertThat(b).contains("\"from\":\"2024-07-03\",\"to\":\"2024-07-03\""));
    assertThat(size()).isEqualTo(2);
  }

  @Test
  void asks_only_for_missing_days_if_told_so() {
    days.add("2024-07-02", "sealed");
    days.add("2024-07-03", "failed");

    assertThat(
            shell
                .type("request", "--gateway", "stripe", "2024-07-01..2024-07-03", "--only=missing")
                .lines())
        .containsExactly("stripe 2024-07-01");
    assertThat(shell.type("request", "--gateway", "stripe", "2024-07-03", "--only=MISSING").err())
        .contains("No day to ask for in 2024-07-03");
    assertThat(size()).isEqualTo(1);
  }

  @Test
  void prints_the_very_days_in_a_dry_run_and_sends_nothing() {
    days.add("2024-07-02", "sealed");
    String[] common = {"request", "--gateway", "stripe", "--dry-run"};

    assertThat(shell.type(with(common, "2024-07-01..2024-07-03")).lines())
        .containsExactly("stripe 2024-07-01", "stripe 2024-07-03");
    assertThat(shell.type(with(common, "2024-07-01..2024-07-03", "--only=all")).lines())
        .containsExactly("stripe 2024-07-01", "stripe 2024-07-02", "stripe 2024-07-03");
    assertThat(shell.type(with(common, "2024-07-01", "--json")).out())
        .contains("\"gateway\" : \"stripe\"", "\"date\" : \"2024-07-01\"");
    assertThat(size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-07-11 --gateway stripe | stripe 2024-07-11 is not over yet in UTC; the newest day to ask for is"
            + " 2024-07-10",
        "2024-07-10 --gateway paypal | Gateway \"paypal\" is not enabled; daybook.gateways has: ",
        "2024-07-03..2024-07-01 | The range 2024-07-03..2024-07-01 ends before it begins",
        "2012-01-01..2024-07-01 | The range 2012-01-01..2024-07-01 has 4566 days; ask for at most 4000 at once"
      })
  void refuses_what_can_not_be_done_before_it_sends_anything(String arguments, String line) {
    Shell.Result result = shell.type(with(new String[] {"request"}, arguments.split(" ")));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).startsWith(line).hasLineCount(1);
    assertThat(result.out()).isEmpty();
    assertThat(size()).isZero();
  }

  @Test
  void does_not_understand_what_is_no_date() {
    Shell.Result result = shell.type("request", "2024-02-30");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("\"2024-02-30\" is no date such as 2024-07-10")
        .contains("Usage:");
  }

  @Test
  void says_what_was_sent_when_the_queue_fails() {
    world.with("daybook.queue.days-url", world.queues().daysUrl().replace("days-", "gone-"));

    Shell.Result result = shell.type("request", "--gateway", "stripe", "2024-07-10");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).startsWith("0 of 1 messages were sent to ").hasLineCount(1);
  }

  private List<Message> messages() {
    return world.queues().receive(world.queues().daysUrl());
  }

  private int size() {
    return world.queues().size(world.queues().daysUrl());
  }

  private static String group(Message message) {
    return message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
  }

  private static String[] with(String[] first, String... more) {
    return java.util.stream.Stream.of(first, more)
        .flatMap(java.util.stream.Stream::of)
        .toArray(String[]::new);
  }
}
