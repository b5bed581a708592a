package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.database.Migrations;
import io.daybook.settings.Settings;
import io.daybook.testing.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusCommandTest {
  private final World world = new World().with("daybook.gateway.stripe.since", "2024-07-08");
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
  void shows_each_due_day_on_a_line_missing_ones_included() {
    days.add("2024-07-09", "sealed");
    days.set("2024-07-09", "transactions = 1200, rejected = 0");
    days.addTotal("2024-07-09", "EUR", 123_456);
    days.addTotal("2024-07-09", "KWD", -1_500);
    days.addTotal("2024-07-09", "JPY", 700);
    days.addRun("2024-07-09", "succeeded", 1190, 10, 0);

    assertThat(status().lines())
        .containsExactly(
            "gateway  date        state                    transactions                           amounts"
                + "  rejected  in work  last run                         note",
            "stripe   2024-07-08  missing                             0                                  "
                + "         0  no       -",
            "stripe   2024-07-09  sealed (declared-count)          1200  1234.56 EUR, 700 JPY, -1.500 KWD"
                + "         0  no       succeeded, 1190 new, 10 changed",
            "stripe   2024-07-10  missing                             0                                  "
                + "         0  no       -");
  }

  @Test
  void says_unchanged_of_a_run_that_found_nothing_new() {
    days.add("2024-07-10", "stored");
    days.addRun("2024-07-10", "succeeded", 0, 0, 7);

    assertThat(status("--from", "2024-07-10").out()).contains("  succeeded, unchanged\n");
  }

  @Test
  void shows_a_day_in_work_only_while_its_lease_lasts() {
    days.add("2024-07-09", "requested");
    days.add("2024-07-10", "requested");
    days.set("2024-07-09", "active_run_id = 1, lease_until = now() - interval '1 second'");
    days.set("2024-07-10", "active_run_id = 2, lease_until = now() + interval '1 minute'");

    assertThat(status("--from", "2024-07-09").lines())
        .anyMatch(line -> line.matches("stripe +2024-07-09 .* no +-"))
        .anyMatch(line -> line.matches("stripe +2024-07-10 .* yes +-"));
  }

  @Test
  void is_due_from_the_first_known_day_on_if_no_setting_says_since() {
    world.with("daybook.gateway.stripe.since", "");
    assertThat(status().lines()).hasSize(2).last().asString().contains("2024-07-10  missing");

    days.add("2024-07-07", "stored");
    assertThat(status().lines()).hasSize(5);
  }

  @Test
  void shows_thirty_days_unless_a_range_is_named() {
    world.with("daybook.gateway.stripe.since", "2020-01-01");

    assertThat(status().lines()).hasSize(31);
    assertThat(status("--from", "2024-01-01", "--to", "2024-02-29").lines()).hasSize(61);
  }

  @Test
  void shows_only_problems_with_cause_and_the_next_command() {
    days.add("2024-07-08", "failed");
    days.set("2024-07-08", "cause = 'gateway-refused', error = 'status 401'");
    days.addDeadLetter("2024-07-08", "gateway-refused");
    days.add("2024-07-09", "sealed");
    days.add("2024-07-10", "mismatch");
    days.set("2024-07-10", "cause = 'mismatch', error = 'declares 9, listed 8'");

    assertThat(status("--problems").lines())
        .containsExactly(
            "gateway  date        problem   cause                        next",
            "stripe   2024-07-08  failed    gateway-refused: status 401  java -jar daybook.jar"
                + " dead-letters redrive --id 1",
            "stripe   2024-07-10  mismatch  declares 9, listed 8         java -jar daybook.jar request"
                + " --gateway stripe 2024-07-10");
  }

  @Test
  void takes_a_failed_recheck_of_a_sealed_day_for_a_problem() {
    days.add("2024-07-10", "sealed");
    days.addRun("2024-07-10", "failed", 0, 0, 0);

    assertThat(status("--problems", "--from", "2024-07-10").out())
        .contains("sealed, last run failed");
  }

  @Test
  void prints_nothing_on_standard_output_without_a_problem() {
    days.add("2024-07-10", "sealed");

    Shell.Result result = status("--problems", "--from", "2024-07-10");

    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo("No day needs a person\n");
  }

  @Test
  void gives_scripts_an_array_with_stable_names() throws JsonProcessingException {
    days.add("2024-07-10", "stored");
    days.addTotal("2024-07-10", "BHD", 12_345);
    days.addRun("2024-07-10", "succeeded", 3, 0, 0);

    JsonNode json = new JsonMapper().readTree(status("--json").out());

    assertThat(json).hasSize(3);
    JsonNode day = json.get(2);
    List<String> names = new ArrayList<>();
    day.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "gateway",
            "date",
            "due",
            "state",
            "proof",
            "transactions",
            "declared",
            "amounts",
            "rejected",
            "vanished",
            "lastRun",
            "inWork",
            "waitsSince",
            "queuedSince",
            "notBefore",
            "nextCheckAt",
            "accepted",
            "cause",
            "error",
            "problem",
            "why",
            "next");
    assertThat(day.get("amounts").toString())
        .isEqualTo("[{\"currency\":\"BHD\",\"minor\":12345,\"amount\":\"12.345\"}]");
    assertThat(day.get("lastRun").toString())
        .isEqualTo(
            "{\"outcome\":\"succeeded\",\"new\":3,\"changed\":0,\"unchanged\":0,"
                + "\"finishedAt\":\"2024-07-11T02:00:00Z\"}");
    assertThat(json.get(0).get("next").asText()).endsWith("request --gateway stripe 2024-07-08");
  }

  @Test
  void fails_unless_every_day_is_sealed() {
    days.add("2024-07-09", "sealed");
    days.add("2024-07-10", "stored");

    assertThat(status("--fail-unless-sealed", "--from", "2024-07-09").exitCode()).isEqualTo(1);
    assertThat(status("--fail-unless-sealed", "--from", "2024-07-09").err())
        .isEqualTo("stripe 2024-07-10: stored\n1 of 2 days are not sealed\n");
    assertThat(
            status("--fail-unless-sealed", "--from", "2024-07-09", "--to", "2024-07-09").exitCode())
        .isZero();
  }

  @Test
  void takes_no_day_at_all_for_no_proof() {
    assertThat(
            status("--fail-unless-sealed", "--from", "2024-08-01", "--to", "2024-08-02").exitCode())
        .isEqualTo(1);
  }

  @Test
  void needs_neither_queues_nor_secrets() {
    world.with("daybook.queue.days-url", "").with("daybook.gateway.stripe.secret-key", "");

    assertThat(status().exitCode()).isZero();
  }

  @Test
  void says_in_one_line_that_the_schema_is_not_there() {
    world.with("daybook.database.schema", "elsewhere");

    Shell.Result result = status();

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).hasLineCount(1).contains("java -jar daybook.jar migrate");
  }

  private Shell.Result status(String... more) {
    List<String> arguments = new ArrayList<>(List.of("status", "--gateway", "stripe"));
    arguments.addAll(List.of(more));
    return shell.type(arguments.toArray(String[]::new));
  }
}
