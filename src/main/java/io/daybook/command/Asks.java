package io.daybook.command;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.Database;
import io.daybook.database.Statements;
import io.daybook.gateway.Gateway;
import io.daybook.message.MessageReader;
import io.daybook.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Chooses the messages for the days asked for; refuses all of them if one could not be done. */
final class Asks {
  /** Ten years and more at once are a mistyped year. */
  private static final int DAYS_MAX = 4_000;

  private final Clock clock;
  private final Settings settings;

  Asks(Clock clock, Settings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  List<Ask> choose(List<Gateway> gateways, DayRange range, Only only) {
    check(range);
    gateways.forEach(gateway -> checkOver(gateway, range.to()));
    if (only == Only.ALL) {
      return gateways.stream()
          .flatMap(gateway -> messages(gateway.name(), range, range.dates()))
          .toList();
    }
    try (HikariDataSource database = Database.dataSource(settings.database())) {
      Statements statements = new Statements(database);
      return gateways.stream()
          .flatMap(gateway -> chosen(statements, gateway.name(), range, only))
          .toList();
    }
  }

  private static void check(DayRange range) {
    if (range.from().isAfter(range.to())) {
      throw new CommandException("The range %s ends before it begins".formatted(range));
    }
    if (range.days() > DAYS_MAX) {
      throw new CommandException(
          "The range %s has %d days; ask for at most %d at once"
              .formatted(range, range.days(), DAYS_MAX));
    }
  }

  private void checkOver(Gateway gateway, LocalDate last) {
    LocalDate lastOver = gateway.lastDayOver(clock);
    if (last.isAfter(lastOver)) {
      throw new CommandException(
          "%s %s is not over yet in %s; the newest day to ask for is %s"
              .formatted(gateway.name(), last, gateway.zone(), lastOver));
    }
  }

  /** Days that follow each other are one message, up to the number of days that it may have. */
  private static Stream<Ask> messages(String gateway, DayRange range, Stream<LocalDate> dates) {
    if (range.single()) {
      return dates.map(date -> Ask.day(gateway, date));
    }
    Deque<Ask> asks = new ArrayDeque<>();
    dates.map(date -> Ask.range(gateway, date, date)).forEach(day -> add(asks, day));
    return asks.stream();
  }

  private static void add(Deque<Ask> asks, Ask day) {
    boolean more = !asks.isEmpty() && asks.getLast().continuedBy(day, MessageReader.RANGE_DAYS_MAX);
    asks.add(more ? asks.removeLast().upTo(day.to()) : day);
  }

  private static Stream<Ask> chosen(
      Statements statements, String gateway, DayRange range, Only only) {
    Map<String, Object> parameters =
        Map.of(
            "gateway",
            gateway,
            "from",
            range.from(),
            "to",
            range.to(),
            "missingOnly",
            only == Only.MISSING);
    return messages(
        gateway,
        range,
        statements
            .query("choose-days", parameters, (row, n) -> row.getObject(1, LocalDate.class))
            .stream());
  }
}
