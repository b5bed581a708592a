package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testing.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrateCommandTest {
  private final World world = new World();
  private final Shell shell = new Shell(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void creates_the_schema_and_does_nothing_the_second_time() {
    Shell.Result first = shell.type("migrate");
    Shell.Result second = shell.type("migrate");

    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).startsWith("applied V001: create days and transactions\n");
    assertThat(world.sql().queryForObject("SELECT count(*) FROM transactions", Long.class))
        .isZero();
    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).isEmpty();
    assertThat(second.err()).isEqualTo("Schema daybook is up to date\n");
  }

  @Test
  void keeps_its_history_apart_from_that_of_others_in_the_database() {
    world.with("daybook.database.schema", "payments");
    shell.type("migrate");

    List<String> tables =
        world
            .sql()
            .queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'payments'",
                String.class);
    assertThat(tables).contains("schema_history", "days", "transactions");
  }

  @Test
  void prints_pending_sql_and_touches_nothing() {
    Shell.Result result = shell.type("migrate", "--print");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("SET search_path TO daybook;", "CREATE TABLE days");
    assertThat(
            world
                .sql()
                .queryForObject(
                    "SELECT count(*) FROM information_schema.schemata WHERE schema_name = 'daybook'",
                    Long.class))
        .isZero();
    shell.type("migrate");
    assertThat(shell.type("migrate", "--print").out()).isEmpty();
  }

  @Test
  void prints_all_sql_when_no_database_can_be_asked() {
    world.with("daybook.database.url", "jdbc:postgresql://127.0.0.1:1/nowhere");

    Shell.Result result = shell.type("migrate", "--print");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("CREATE TABLE days");
    assertThat(result.err()).contains("refused");
  }

  @Test
  void needs_nothing_but_the_database() {
    world.with("daybook.queue.days-url", "").with("daybook.gateways", "nobody");

    assertThat(shell.type("migrate").exitCode()).isZero();
  }

  @Test
  void fails_in_one_line_without_a_database() {
    world.with("daybook.database.url", "jdbc:postgresql://127.0.0.1:1/nowhere");

    Shell.Result result = shell.type("migrate");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).hasLineCount(1).contains("127.0.0.1:1");
    assertThat(shell.type("migrate", "--verbose").err()).contains("\tat ");
  }
}
