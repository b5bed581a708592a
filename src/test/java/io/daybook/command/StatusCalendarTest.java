package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.database.Migrations;
import io.daybook.settings.Settings;
import io.daybook.testing.World;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class StatusCalendarTest {
  private final World world =
      new World()
          .with("daybook.gateways", "stripe,moyasar")
          .with("daybook.gateway.stripe.since", "2024-06-28")
          .with("daybook.gateway.moyasar.since", "2024-07-09");
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
  void draws_a_mark_for_each_day_months_side_by_side() {
    days.add("2024-06-29", "sealed");
    days.add("2024-06-30", "stored");
    days.add("2024-07-01", "requested");
    days.add("2024-07-02", "requested");
    days.set("2024-07-02", "active_run_id = 1, lease_until = now() + interval '1 minute'");
    days.add("2024-07-03", "incomplete");
    days.add("2024-07-04", "mismatch");
    days.add("2024-07-05", "mismatch");
    days.set("2024-07-05", "accepted_at = now(), accepted_by = 'anna'");
    days.add("2024-07-06", "failed");

    assertThat(shell.type("status", "--calendar", "--from", "2024-06-01").lines())
        .containsExactly(
            "         2024-06 10   15   20   25   30   2024-07 10   15   20   25   30",
            "stripe                              ?.o   rwIMaF????",
            "moyasar                                           ??",
            "",
            ". sealed  o stored  a accepted  r requested  w in work  blank: not due",
            "I incomplete  M mismatch  F failed  ? missing");
  }

  @Test
  void is_plain_when_piped_and_no_line_is_wider_than_a_terminal() {
    Shell.Result result = shell.type("status", "--calendar", "--from", "2021-01-01");

    assertThat(result.out()).doesNotContain("\u001b");
    assertThat(result.lines()).hasSize(1 * 4 + 2).allMatch(line -> line.length() <= 100);
  }

  @Test
  void is_coloured_on_a_terminal() {
    List<Mark> marks =
        List.of(
            new Mark("stripe", LocalDate.of(2024, 7, 1), Mark.Kind.SEALED),
            new Mark("stripe", LocalDate.of(2024, 7, 2), Mark.Kind.SEALED),
            new Mark("stripe", LocalDate.of(2024, 7, 3), Mark.Kind.FAILED));
    StringWriter out = new StringWriter();

    new CalendarPage(marks, Ansi.ON).print(new PrintWriter(out, true));

    assertThat(out.toString()).contains("\u001b[32m..\u001b[39m\u001b[0m\u001b[31m\u001b[1mF");
  }

  @Test
  void still_tells_which_days_are_not_sealed() {
    Shell.Result result = shell.type("status", "--calendar", "--fail-unless-sealed");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("stripe 2024-06-28..2024-07-10: missing");
    assertThat(result.out()).contains("? missing");
  }

  @Test
  void is_no_form_for_scripts() {
    assertThat(shell.type("status", "--calendar", "--json").exitCode()).isEqualTo(1);
    assertThat(shell.type("status", "--calendar", "--problems").exitCode()).isEqualTo(2);
  }
}
