package io.daybook.command;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.Database;
import io.daybook.database.Statements;
import io.daybook.gateway.Gateway;
import io.daybook.route.RouteFiles;
import io.daybook.settings.Need;
import io.daybook.settings.Settings;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows days, one line each, missing ones included; changes nothing. */
@Command(name = "status", description = "Shows the days of each gateway, missing ones included.")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class StatusCommand implements Callable<Integer> {
  private static final int DAYS_SHOWN = 30;

  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private Selection selection;

  @Option(names = "--from", paramLabel = "D", description = "First day. Default: 30 days in all.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "D", description = "Last day. Default: yesterday.")
  private @Nullable LocalDate to;

  @Option(
      names = "--problems",
      description = "Only days that need a person, with the cause and the next command to type.")
  private boolean problems;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  @Option(
      names = "--fail-unless-sealed",
      description = "Exit 1 unless there are days in the range and each is sealed.")
  private boolean failUnlessSealed;

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = surroundings.settings(EnumSet.of(Need.DATABASE, Need.GATEWAYS));
    List<DayStatus> days = days(settings);
    List<DayStatus> shown = days.stream().filter(day -> !problems || day.isProblem()).toList();
    print(shown);
    new RouteFiles(settings)
        .replacedSteps()
        .forEach(step -> err().println("Not the built-in route: " + step));
    return failUnlessSealed ? exitCode(days) : 0;
  }

  private List<DayStatus> days(Settings settings) {
    List<Gateway> gateways = selection.gateways(settings);
    try (HikariDataSource database = Database.dataSource(settings.database())) {
      DayStatuses statuses = new DayStatuses(new Statements(database));
      return gateways.stream().flatMap(gateway -> days(statuses, gateway)).toList();
    }
  }

  private Stream<DayStatus> days(DayStatuses statuses, Gateway gateway) {
    LocalDate lastDue = gateway.lastDayOver(surroundings.clock());
    LocalDate last = Objects.requireNonNullElse(to, lastDue);
    LocalDate first = Objects.requireNonNullElse(from, last.minusDays(DAYS_SHOWN - 1));
    if (first.isAfter(last)) {
      throw new CommandException("The range %s to %s ends before it begins".formatted(first, last));
    }
    return statuses.of(gateway, first, last, lastDue).stream();
  }

  private void print(List<DayStatus> days) {
    if (json) {
      Json.print(out(), days.stream().map(DayStatus::json).toList());
    } else if (!days.isEmpty()) {
      (problems ? DayTables.problems(days) : DayTables.all(days)).print(out());
    } else {
      err().println(problems ? "No day needs a person" : "No day is due in this range");
    }
  }

  private int exitCode(List<DayStatus> days) {
    long unsealed = days.stream().filter(day -> !day.isSealed()).count();
    if (days.isEmpty() || unsealed > 0) {
      err().println("%d of %d days are not sealed".formatted(unsealed, days.size()));
      return 1;
    }
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
