package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.database.Migrations;
import io.daybook.settings.Settings;
import io.daybook.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExplainLateTest {
  private static final String DAY = "2024-07-10";
  private static final String TRANSACTIONS =
      """
      INSERT INTO transactions (gateway, transaction_id, business_date, type, status, effect, amount_minor, currency,
                                occurred_at, payload, content_hash, version, observed_at, run_id)
      SELECT 'stripe', ? || '-' || n, '2024-07-10', 'charge', 'paid', 'posted', 1, 'EUR', now(), '{}', '', ?, now(), ?
      FROM generate_series(1, ?) AS n
      """;

  private final World world = new World().with("daybook.gateways", "stripe");

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void names_some_of_what_a_download_after_the_first_whole_one_brought() {
    Migrations.migrate(Settings.of(world.settings()).database());
    DayRows days = new DayRows(world);
    days.add(DAY, "sealed");
    days.addRun(DAY, "failed", 1, 0, 0);
    days.addRun(DAY, "succeeded", 2, 0, 0);
    days.addRun(DAY, "succeeded", 7, 1, 0);
    addTransactions("first", 1, 1, 1);
    addTransactions("second", 2, 1, 2);
    addTransactions("late", 7, 1, 3);
    addTransactions("changed", 1, 2, 3);

    assertThat(new Shell(world).type("explain", "stripe", DAY).out())
        .contains("3 (3 downloads, 1 failed): 10 new (7 late), 1 changed (0 by a corrected")
        .contains("late: late-1, late-2, late-3, late-4, late-5 and 2 more\n")
        .contains("changed: changed-1\n")
        .doesNotContain("first-1", "second-1");
  }

  private void addTransactions(String name, int count, int version, long run) {
    world.sql().update(TRANSACTIONS, name, version, run, count);
  }
}
