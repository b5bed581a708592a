package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.database.Migrations;
import io.daybook.settings.Settings;
import io.daybook.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcceptCommandTest {
  private final World world = new World();
  private final DayRows rows = new DayRows(world);
  private final Shell shell = new Shell(world);

  @BeforeEach
  void migrate() {
    Migrations.migrate(Settings.of(world.settings()).database());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_mismatch_is_accepted_with_who_and_why_and_stays_one() {
    rows.add("2024-07-10", "mismatch");

    Shell.Result accepted = accept("2024-07-10", "--by", "anna", "--reason", "they list 8");

    assertThat(accepted.exitCode()).as(accepted.err()).isZero();
    assertThat(accepted.lines())
        .containsExactly("stripe 2024-07-10: accepted by anna: they list 8");
    assertThat(shell.type("status", "--from", "2024-07-10", "--gateway", "stripe").out())
        .contains("mismatch (accepted)")
        .contains("accepted by anna: they list 8")
        .doesNotContain("sealed");
    assertThat(
            shell
                .type(
                    "status", "--from", "2024-07-10", "--gateway", "stripe", "--fail-unless-sealed")
                .exitCode())
        .isOne();
  }

  @Test
  void what_is_no_mismatch_cannot_be_accepted() {
    rows.add("2024-07-10", "stored");
    assertThat(accept("2024-07-10", "--reason", "fine").err())
        .contains("stripe 2024-07-10 is not in mismatch");
    assertThat(accept("2024-07-09", "--reason", "fine").exitCode()).isOne();
    assertThat(accept("2024-07-10").exitCode()).as("without a reason").isEqualTo(2);
  }

  private Shell.Result accept(String date, String... options) {
    String[] words = new String[options.length + 3];
    words[0] = "accept";
    words[1] = "stripe";
    words[2] = date;
    System.arraycopy(options, 0, words, 3, options.length);
    return shell.type(words);
  }
}
