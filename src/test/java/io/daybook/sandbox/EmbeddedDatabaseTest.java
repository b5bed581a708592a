package io.daybook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @Test
  void syncs_to_disk_and_keeps_a_zone_that_is_nobody_elses() throws SQLException {
    Database admin = EmbeddedDatabase.shared().admin();
    assertThat(answer(admin, "SHOW fsync")).isEqualTo("on");
    assertThat(answer(admin, "SELECT reset_val FROM pg_settings WHERE name = 'TimeZone'"))
        .isNotEqualTo("UTC");
  }

  @Test
  void gives_each_test_a_database_of_its_own() throws SQLException {
    Database one = EmbeddedDatabase.shared().createDatabase();
    Database two = EmbeddedDatabase.shared().createDatabase();
    one.execute("CREATE TABLE mine (x int)");
    assertThat(answer(two, "SELECT to_regclass('mine')")).isNull();
  }

  @Test
  void refuses_a_wrong_password() {
    Database right = EmbeddedDatabase.shared().createDatabase();
    Database wrong = new Database(right.url(), right.user(), "guess");
    assertThatThrownBy(wrong::connect).isInstanceOf(SQLException.class);
  }

  @Test
  void keeps_its_rows_and_its_port_over_a_crash() throws SQLException {
    try (EmbeddedDatabase server = EmbeddedDatabase.start(EmbeddedDatabase.DIRECTORY)) {
      Database database = server.createDatabase("lasting");
      database.execute("CREATE TABLE kept AS SELECT 7 AS x");
      server.crash();
      assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
      server.resume();
      assertThat(answer(database, "SELECT x FROM kept")).isEqualTo("7");
    }
  }

  @Test
  @EnabledIf("isRoot")
  void runs_as_nobody_where_containers_forbid_user_namespaces(@TempDir Path directory)
      throws Exception {
    PostgresServer server =
        PostgresServer.create(Unprivileged.SETPRIV, directory, 0, Map.of("fsync", "off"));
    server.start();
    Database database =
        Database.at(server.port(), "postgres", PostgresServer.USER, PostgresServer.PASSWORD);
    assertThat(answer(database, "SHOW fsync")).isEqualTo("off");
    server.stop("fast");
    server.delete();
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static String answer(Database database, String sql) throws SQLException {
    try (var connection = database.connect();
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
