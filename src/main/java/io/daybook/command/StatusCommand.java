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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows days, one line each or as a calendar, missing ones included; changes nothing. */
@Command(name = "status", description = "Shows the days of each gateway, missing ones included.")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class StatusCommand implements Callable<Integer> {
  private static final int DAYS_SHOWN = 30;
  private static final int MONTHS_SHOWN = 12;

  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private Selection selection;

  @Option(
      names = "--from",
      paramLabel = "D",
      description =
          "First day. Default: 30 days in all; 12 months with --calendar; every day with --problems.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "D", description = "Last day. Default: yesterday.")
  private @Nullable LocalDate to;

  @ArgGroup private Form form = new Form();

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  @Option(
      names = "--fail-unless-sealed",
      description = "Exit 1 unless days are due in the range and each of them is sealed.")
  private boolean failUnlessSealed;

  /** One line per day, unless another form is asked for. */
  private static final class Form {
    @Option(
        names = "--problems",
        description = "Only what needs a person, with the cause and the next command to type.")
    private boolean problems;

    @Option(
        names = "--calendar",
        description = "One character per day, months side by side; coloured on a terminal.")
    private boolean calendar;
  }

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (json && form.calendar) {
      throw new CommandException("A calendar is for people; leave out --calendar or --json");
    }
    Settings settings = surroundings.settings(EnumSet.of(Need.DATABASE, Need.GATEWAYS));
    List<Span> spans = selection.gateways(settings).stream().map(this::span).toList();
    try (HikariDataSource database = Database.dataSource(settings.database())) {
      DayStatuses statuses = new DayStatuses(new Statements(database));
      int exitCode = show(settings, spans, statuses);
      new RouteFiles(settings)
          .replacedSteps()
          .forEach(step -> err().println("Not the built-in route: " + step));
      return exitCode;
    }
  }

  private Span span(Gateway gateway) {
    LocalDate last = Objects.requireNonNullElse(to, gateway.lastDayOver(surroundings.clock()));
    LocalDate first = Objects.requireNonNullElseGet(from, () -> defaultFirst(last));
    return Span.of(gateway, first, last, surroundings.clock());
  }

  private LocalDate defaultFirst(LocalDate last) {
    if (form.problems) {
      return LocalDate.EPOCH;
    }
    return form.calendar
        ? last.withDayOfMonth(1).minusMonths(MONTHS_SHOWN - 1)
        : last.minusDays(DAYS_SHOWN - 1);
  }

  private int show(Settings settings, List<Span> spans, DayStatuses statuses) {
    if (form.calendar && !failUnlessSealed) {
      calendar(statuses.marks(spans));
      return 0;
    }
    List<DayStatus> days =
        form.problems && !failUnlessSealed
            ? statuses.findDoubtful(spans, surroundings.clock())
            : statuses.find(spans);
    List<Problem> problems =
        new ArrayList<>(new Problems(settings, surroundings.clock()).of(spans, days));
    if (form.calendar) {
      calendar(statuses.marks(spans));
    } else if (form.problems) {
      problems.addAll(statuses.lettersWithoutDay(spans, selection.isAll()));
      problems(problems);
    } else {
      days(days, problems);
    }
    return failUnlessSealed ? new Unsealed(days).tell(err()) : 0;
  }

  private void calendar(List<Mark> marks) {
    if (marks.isEmpty()) {
      err().println("No day is due in this range");
    } else {
      new CalendarPage(marks, spec.commandLine().getColorScheme().ansi()).print(out());
    }
  }

  private void problems(List<Problem> problems) {
    if (json) {
      Json.print(out(), problems.stream().map(Problem::json).toList());
    } else if (problems.isEmpty()) {
      err().println("No day needs a person");
    } else {
      DayTables.problems(problems).print(out());
    }
  }

  private void days(List<DayStatus> days, List<Problem> problems) {
    Map<DayStatus, Problem> byDay =
        problems.stream().collect(Collectors.toMap(p -> p.day(), Function.identity()));
    if (json) {
      Json.print(out(), days.stream().map(day -> day.json(byDay.get(day))).toList());
    } else if (days.isEmpty()) {
      err().println("No day is due in this range");
    } else {
      DayTables.all(days).print(out());
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
