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

class StatusProblemsTest {
  private static final String AGO = "now() - interval '%s'";

  private final World world = new World().with("daybook.gateway.stripe.since", "2024-07-10");
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
  void waits_for_the_fire_of_the_schedule_before_a_missing_day_needs_a_person() {
    world.with("daybook.schedule.cron", "0 55 11 * * ?");
    assertThat(problems()).isEmpty();

    world.with("daybook.schedule.cron", "0 45 11 * * ?");
    assertThat(problems()).hasSize(1).first().asString().contains("2024-07-10", "missing");
  }

  @Test
  void takes_no_day_for_missing_whose_settle_delay_lasts() {
    world.with("daybook.gateway.stripe.settle-delay", "PT13H");

    assertThat(problems()).isEmpty();
    assertThat(shell.type("status", "--gateway", "stripe").out()).isEmpty();
  }

  @Test
  void shows_missing_days_in_a_row_as_one_that_can_be_asked_for_at_once() {
    world.with("daybook.gateway.stripe.since", "2024-06-01");
    days.add("2024-07-09", "sealed");

    assertThat(problems())
        .hasSize(2)
        .first()
        .asString()
        .contains("2024-06-01..2024-07-08", "request --gateway stripe 2024-06-01..2024-07-08");
  }

  @Test
  void says_that_a_gateway_has_no_day_at_all() {
    world.with("daybook.gateway.stripe.since", "");

    assertThat(problems())
        .singleElement()
        .asString()
        .contains("stripe", "2024-07-10", "no day of this gateway was ever asked for");
  }

  @Test
  void an_accepted_mismatch_needs_nobody_and_is_never_sealed() {
    days.add("2024-07-10", "mismatch");
    days.set("2024-07-10", "cause = 'mismatch', error = 'declares 9, listed 8'");
    assertThat(problems()).singleElement().asString().contains("mismatch", "declares 9, listed 8");

    days.set(
        "2024-07-10",
        "accepted_at = now(), accepted_by = 'anna', accepted_reason = 'the provider says 8'");
    assertThat(problems()).isEmpty();
    assertThat(shell.type("status", "--gateway", "stripe").out())
        .contains("mismatch (accepted)", "accepted by anna: the provider says 8");
    Shell.Result result =
        shell.type("status", "--gateway", "stripe", "--from", "2024-07-10", "--fail-unless-sealed");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("stripe 2024-07-10: mismatch (accepted)\n");
  }

  @Test
  void leads_from_an_incomplete_day_to_its_rejected_transactions() {
    days.add("2024-07-10", "incomplete");
    days.set("2024-07-10", "cause = 'incomplete', error = '2 transactions were rejected'");

    assertThat(problems())
        .singleElement()
        .asString()
        .contains("2 transactions were rejected")
        .endsWith(
            "dead-letters list --gateway stripe --date 2024-07-10 --cause rejected-transaction");
  }

  @Test
  void gives_a_run_whose_lease_ran_out_the_time_in_which_another_takes_the_day() {
    days.add("2024-07-10", "sealed");
    days.set("2024-07-10", "active_run_id = 7, lease_until = " + AGO.formatted("50 seconds"));
    assertThat(problems()).isEmpty();

    days.set("2024-07-10", "lease_until = " + AGO.formatted("70 seconds"));
    assertThat(problems()).singleElement().asString().contains("sealed, lease ran out");
  }

  @Test
  void shows_a_day_that_is_in_work_for_long() {
    days.add("2024-07-10", "requested");
    days.addRun("2024-07-10", "succeeded", 1, 0, 0);
    days.set(
        "2024-07-10",
        "active_run_id = last_run_id, last_run_id = NULL, last_outcome = NULL,"
            + " lease_until = now() + interval '1 minute'");
    assertThat(problems()).isEmpty();

    world.sql().update("UPDATE runs SET started_at = " + AGO.formatted("7 hours"));
    assertThat(problems()).singleElement().asString().contains("in work for long", "7 h 0 min ago");
  }

  @Test
  void shows_a_day_that_waits_for_long() {
    days.add("2024-07-10", "stored");
    days.set("2024-07-10", "asked_at = " + AGO.formatted("5 hours"));
    assertThat(problems()).isEmpty();

    days.set("2024-07-10", "asked_at = " + AGO.formatted("7 hours"));
    assertThat(problems()).singleElement().asString().contains("stored, waits for long");

    days.set("2024-07-10", "asked_at = NULL, state = 'requested', requested_at = now()");
    assertThat(problems()).isEmpty();
    days.set("2024-07-10", "requested_at = " + AGO.formatted("7 hours"));
    assertThat(problems()).singleElement().asString().contains("requested, waits for long");
    days.set("2024-07-10", "wanted_at = now()");
    assertThat(problems()).isEmpty();
    days.set("2024-07-10", "wanted_at = " + AGO.formatted("7 hours"));
    assertThat(problems()).singleElement().asString().contains("it waits to be put on the queue");
    days.set("2024-07-10", "wanted_group = '/range'");
    assertThat(problems()).isEmpty();
  }

  @Test
  void shows_a_recheck_that_nobody_asked_for() {
    days.add("2024-07-10", "stored");
    days.addRun("2024-07-10", "succeeded", 1, 0, 0);
    days.set("2024-07-10", "next_check_at = '2024-07-11 03:00Z'");
    assertThat(problems()).isEmpty();

    days.set("2024-07-10", "next_check_at = '2024-07-11 01:00Z'");
    assertThat(problems()).singleElement().asString().contains("stored, recheck overdue");
  }

  @Test
  void a_failed_attempt_needs_nobody_while_its_message_is_tried_again() {
    days.add("2024-07-10", "sealed");
    days.addRun("2024-07-10", "failed", 0, 0, 0);
    days.set("2024-07-10", "asked_at = now()");
    assertThat(problems()).isEmpty();

    days.set("2024-07-10", "asked_at = NULL");
    days.addDeadLetter("2024-07-10", "gateway-refused");
    assertThat(problems())
        .singleElement()
        .asString()
        .contains("sealed, last run failed")
        .endsWith("dead-letters redrive --id 1");
  }

  @Test
  void shows_dead_letters_that_no_day_shows() throws JsonProcessingException {
    days.add("2024-07-10", "sealed");
    world
        .sql()
        .update(
            """
            INSERT INTO dead_letters (message_id, body, cause, error, attempts)
            VALUES ('m1', 'x', 'invalid-message', 'no JSON', 1)
            """);
    world.sql().update("UPDATE dead_letters SET gateway = NULL");

    assertThat(shell.type("status", "--problems", "--from", "2024-07-10").out())
        .contains("dead letter", "invalid-message: no JSON", "dead-letters show 1");
    assertThat(problems()).as("with --gateway").isEmpty();
    JsonNode json = new JsonMapper().readTree(shell.type("status", "--problems", "--json").out());
    assertThat(json)
        .filteredOn(each -> each.get("problem").asText().equals("dead letter"))
        .singleElement()
        .hasToString(
            """
            {"gateway":null,"date":null,"problem":"dead letter",\
            "why":"invalid-message: no JSON; correct the sender; this message can never be done",\
            "next":"java -jar daybook.jar dead-letters show 1"}""");
  }

  @Test
  void looks_at_every_day_since_the_first_one() {
    world.with("daybook.gateway.stripe.since", "2021-01-01");
    days.add("2021-01-01", "failed");

    assertThat(problems()).first().asString().contains("2021-01-01", "failed");
  }

  private List<String> problems() {
    Shell.Result result = shell.type("status", "--problems", "--gateway", "stripe");
    assertThat(result.exitCode()).as(result.err()).isZero();
    List<String> lines = new ArrayList<>(result.lines());
    if (!lines.isEmpty()) {
      lines.remove(0);
    }
    return lines;
  }
}
