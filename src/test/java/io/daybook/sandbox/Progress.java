package io.daybook.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How far the days are that were asked for, read where operators read it: in the table {@code
 * days}.
 */
record Progress(int asked, List<Day> days) {
  private static final Set<String> DONE = Set.of("stored", "sealed");
  private static final String SQL =
      """
      SELECT gateway, business_date, state, active_run_id IS NOT NULL AS working, transactions
        FROM daybook.days
       ORDER BY gateway, business_date
      """;

  /** One row of the table. */
  record Day(String gateway, LocalDate date, String state, boolean working, long transactions) {
    boolean settled() {
      return !working && !state.equals("requested");
    }

    boolean done() {
      return !working && DONE.contains(state);
    }
  }

  static Progress read(Database database, int asked) {
    try (var connection = database.connect();
        var rows = connection.createStatement().executeQuery(SQL)) {
      List<Day> days = new ArrayList<>();
      while (rows.next()) {
        days.add(day(rows));
      }
      return new Progress(asked, days);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Day day(ResultSet row) throws SQLException {
    return new Day(
        row.getString("gateway"),
        row.getObject("business_date", LocalDate.class),
        row.getString("state"),
        row.getBoolean("working"),
        row.getLong("transactions"));
  }

  /** Nothing more will happen by itself. */
  boolean ended() {
    return days.stream().filter(Day::settled).count() >= asked;
  }

  boolean succeeded() {
    return days.stream().filter(Day::done).count() >= asked;
  }

  /** As on a screen: how many days of how many, how many transactions, and what is in work. */
  String line() {
    List<String> working =
        days.stream().filter(Day::working).map(day -> day.gateway + " " + day.date).toList();
    return "%3d of %d days, %,7d transactions%s"
        .formatted(
            days.stream().filter(Day::settled).count(),
            asked,
            days.stream().mapToLong(Day::transactions).sum(),
            working.isEmpty() ? "" : "; in work: " + String.join(", ", working));
  }
}
