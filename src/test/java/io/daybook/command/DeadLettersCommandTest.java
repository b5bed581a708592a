package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.database.Migrations;
import io.daybook.settings.Settings;
import io.daybook.testing.Letters;
import io.daybook.testing.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersCommandTest {
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
  void lists_all_at_once_by_cause_and_gives_them_back_at_once() {
    letters.add(100);

    Shell.Result result = shell.type("list");

    assertThat(result.err()).isEmpty();
    assertThat(result.lines()).filteredOn(l -> l.matches("[a-z-]+ +20 +20 .*")).hasSize(5);
    assertThat(result.lines()).filteredOn(l -> l.matches(" *\\d+ .* open +yes +told")).hasSize(100);
    assertThat(letters.held()).isEqualTo(100);
    assertThat(world.queues().receive(world.queues().deadLettersUrl())).hasSize(10);
  }

  @Test
  void does_not_take_a_message_for_another_row_of_the_same_number() {
    long id = letters.add("stripe", World.YESTERDAY, "internal");
    shell.redrive("--all");
    letters.add("moyasar", World.YESTERDAY, "internal");
    world.sql().update("UPDATE dead_letters SET dead_letter_id = 77 WHERE dead_letter_id = ?", id);
    world
        .sql()
        .update(
            "UPDATE dead_letters SET dead_letter_id = ?, state = 'redriven', body = 'other'"
                + " WHERE gateway = 'moyasar'",
            id + 1);

    assertThat(shell.type("list").lines()).anyMatch(l -> l.contains("internal  moyasar"));
  }

  @Test
  void discards_with_who_and_why_and_removes_the_messages() {
    letters.add(10);

    assertThat(shell.discard("--cause", "internal", "--dry-run").lines()).hasSize(2);
    assertThat(letters.held()).isEqualTo(10);
    assertThat(shell.discard("--cause", "internal", "--by", "nora").lines()).hasSize(2);

    assertThat(letters.held()).isEqualTo(8);
    assertThat(letters.asked()).isZero();
    assertThat(
            letters.lines(
                "SELECT concat_ws(' ', cause, changed_by, change_reason) FROM dead_letters"
                    + " WHERE state = 'discarded'"))
        .containsExactly("internal nora no longer needed", "internal nora no longer needed");
    assertThat(shell.redrive("--cause", "internal").lines()).isEmpty();
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
      Shell.Result result = shell.type(line.split(" "));

      assertThat(result.exitCode()).as(line).isEqualTo(2);
      assertThat(result.err()).as(line).contains("Usage: daybook dead-letters ");
      assertThat(letters.held()).as(line).isEqualTo(1);
      assertThat(letters.asked()).as(line).isZero();
    }
  }

  @Test
  void shows_everything_of_one_and_the_next_command() {
    new DayRows(world).add("2024-07-10", "failed");
    letters.add("stripe", World.YESTERDAY, "gateway-refused");

    assertThat(shell.type("show", "1").lines())
        .contains(
            "cause     gateway-refused",
            "error     told",
            "body      {\"gateway\":\"stripe\",\"date\":\"2024-07-10\"}",
            "day       failed, 0 transactions, 0 rejected; no run has ended",
            "first     renew the gateway's credentials, and restart with them",
            "next      java -jar daybook.jar dead-letters redrive --id 1");
    assertThat(shell.type("show", "2").err()).isEqualTo("There is no dead letter 2\n");
  }

  @Test
  void gives_scripts_an_array_with_stable_names() throws Exception {
    letters.add("stripe", LocalDate.of(2024, 7, 9), "gateway-refused");

    JsonNode json = new JsonMapper().readTree(shell.type("list", "--json").out());

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
    assertThat(new JsonMapper().readTree(shell.redrive("--all", "--json").out())).hasSize(1);
  }
}
