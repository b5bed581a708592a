package io.daybook.command;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.Database;
import io.daybook.database.Statements;
import io.daybook.gateway.Gateway;
import io.daybook.message.MessageReader;
import io.daybook.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Chooses the messages for the days asked for; refuses all of them if one could not be done. */
final class Asks {
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
      return gateways.stream().map(gateway -> whole(gateway.name(), range)).toList();
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
    if (range.days() > MessageReader.RANGE_DAYS_MAX) {
      throw new CommandException(
          "The range %s has %d days; ask for at most %d at once"
              .formatted(range, range.days(), MessageReader.RANGE_DAYS_MAX));
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

  private static Ask whole(String gateway, DayRange range) {
    return range.single()
        ? Ask.day(gateway, range.from())
        : Ask.range(gateway, range.from(), range.to());
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
    return statements
        .query("choose-days", parameters, (row, n) -> row.getObject(1, LocalDate.class))
        .stream()
        .map(date -> range.single() ? Ask.day(gateway, date) : Ask.dayOfRange(gateway, date));
  }
}
