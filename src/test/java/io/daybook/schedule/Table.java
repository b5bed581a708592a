package io.daybook.schedule;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.Database;
import io.daybook.database.Migrations;
import io.daybook.database.Statements;
import io.daybook.gateway.Gateways;
import io.daybook.message.DayRequest;
import io.daybook.settings.Settings;
import io.daybook.testing.World;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of days, and the statements of the backlog on it, without routes. */
final class Table implements AutoCloseable {
  final World world;
  final Settings settings;
  final Gateways gateways;
  private final HikariDataSource database;
  final Statements statements;

  Table(World world) {
    this.world = world;
    settings = Settings.of(world.settings());
    gateways = new Gateways(settings.gateways());
    Migrations.migrate(settings.database());
    database = Database.dataSource(settings.database());
    statements = new Statements(database);
  }

  /** As it is at the world's time. */
  Backlog backlog() {
    return new Backlog(gateways, settings.schedule(), world.clock());
  }

  /** Wants the days from one to another. */
  void want(String gateway, String from, String to, String requestId, String group) {
    LocalDate.parse(from)
        .datesUntil(LocalDate.parse(to).plusDays(1))
        .map(date -> new DayRequest(gateway, date, requestId, null))
        .forEach(day -> statements.update("want-day", backlog().wanted(day, group)));
  }

  /** Takes the days whose turn it is, as an instance does. */
  List<Map<String, Object>> claim() {
    return statements.query("claim-wanted-days", backlog().claim(), (row, n) -> columns(row));
  }

  /** The same, and marks them as sent. */
  List<String> feed() {
    List<WantedDay> claimed = claim().stream().map(backlog()::read).toList();
    claimed.forEach(day -> statements.update("mark-day-asked", day.mark()));
    return claimed.stream().map(day -> day.group() + " " + day.mark().get("date")).toList();
  }

  private static Map<String, Object> columns(ResultSet row) throws SQLException {
    Map<String, Object> columns = new HashMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      columns.put(row.getMetaData().getColumnLabel(i), row.getObject(i));
    }
    return columns;
  }

  void update(String sql) {
    world.sql().update(sql);
  }

  List<String> dates(String where) {
    return world
        .sql()
        .queryForList(
            "SELECT CAST(business_date AS text) FROM days WHERE " + where + " ORDER BY 1",
            String.class);
  }

  @Override
  public void close() {
    database.close();
    world.close();
  }
}
