package io.daybook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.sandbox.Database;
import io.daybook.sandbox.EmbeddedDatabase;
import io.daybook.settings.DatabaseSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseTest {
  private final Database database = EmbeddedDatabase.shared().createDatabase();

  @Test
  void finds_the_tables_in_a_schema_of_its_own() {
    DatabaseSettings settings = settings(database.password());
    Migrations.migrate(settings);

    try (HikariDataSource source = io.daybook.database.Database.dataSource(settings)) {
      JdbcTemplate sql = new JdbcTemplate(source);
      assertThat(sql.queryForObject("SELECT current_schema()", String.class)).isEqualTo("payments");
      assertThat(sql.queryForObject("SHOW application_name", String.class)).isEqualTo("daybook");
      assertThat(sql.queryForList("SELECT to_regclass('payments.days') IS NOT NULL", Boolean.class))
          .containsExactly(true);
    }
  }

  @Test
  void lets_a_session_for_reading_write_nothing() {
    DatabaseSettings settings = settings(database.password());
    Migrations.migrate(settings);

    try (HikariDataSource source = io.daybook.database.Database.readOnly(settings)) {
      JdbcTemplate sql = new JdbcTemplate(source);
      assertThat(sql.queryForList("SELECT 1 FROM days")).isEmpty();
      assertThatThrownBy(() -> sql.update("DELETE FROM days"))
          .hasMessageContaining("read-only transaction");
    }
  }

  @Test
  void tells_what_is_pending_and_what_differs() {
    DatabaseSettings settings = settings(database.password());
    assertThat(Migrations.pending(settings)).hasSameSizeAs(Migrations.all()).isNotEmpty();

    Migrations.migrate(settings);
    assertThat(Migrations.pending(settings)).isEmpty();
    assertThat(Migrations.differences(settings)).isEmpty();

    database.execute("UPDATE payments.schema_history SET checksum = 1 WHERE version = '001'");
    assertThat(Migrations.differences(settings))
        .singleElement()
        .asString()
        .contains("checksum mismatch");
  }

  @Test
  void fails_at_once_when_the_server_refuses() {
    assertThatThrownBy(() -> io.daybook.database.Database.dataSource(settings("guess")).close())
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void names_the_statement_that_is_not_there() {
    assertThatThrownBy(() -> new Statements(database.dataSource()).update("guess", Map.of()))
        .hasMessage("There is no statement /sql/guess.sql");
  }

  private DatabaseSettings settings(String password) {
    return new DatabaseSettings(database.url(), database.user(), password, "payments", true, 2);
  }
}
