package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.gateway.Gateway;
import io.daybook.settings.Need;
import io.daybook.settings.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks for days; asking for a day again is always safe. */
@Command(name = "request", description = "Asks for days, each to be downloaded and stored.")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class RequestCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private Selection selection;

  @Parameters(
      paramLabel = "DATE|FROM..TO",
      converter = DayRange.Converter.class,
      description = "A day, or the days from one to another, at most 4000.")
  private DayRange range;

  @Option(
      names = "--only",
      paramLabel = "missing|unsealed|all",
      description = "Which of these days. Default: all for a single date, unsealed for a range.")
  private @Nullable Only only;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Kept with the day and its runs.")
  private @Nullable String reason;

  @ArgGroup private Instead instead = new Instead();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "With --plan: tell so many new, changed, vanished and rejected transactions each one by one. Default: 100.")
  private int limit = 100;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  /** What is done with the days instead of asking for them. */
  static final class Instead {
    @Option(names = "--dry-run", description = "Print the days and ask for nothing.")
    private boolean dryRun;

    @Option(
        names = "--plan",
        description =
            "Download the days, at most 31, tell what a run would change, and write nothing.")
    private boolean plan;
  }

  RequestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Person.check(spec, "--reason", reason);
    Only which = Objects.requireNonNullElse(only, range.single() ? Only.ALL : Only.UNSEALED);
    Settings settings = surroundings.settings(needs(which));
    List<Gateway> gateways = selection.gateways(settings);
    List<Ask> asks = new Asks(surroundings.clock(), settings).choose(gateways, range, which);
    if (instead.plan) {
      plan(settings, asks.stream().flatMap(Ask::days).toList());
    } else if (instead.dryRun) {
      print(asks.stream().flatMap(Ask::days).toList(), "");
    } else {
      send(settings, asks);
    }
    return 0;
  }

  private EnumSet<Need> needs(Only which) {
    EnumSet<Need> needs = EnumSet.of(Need.GATEWAYS);
    if (which != Only.ALL) {
      needs.add(Need.DATABASE);
    }
    if (instead.plan) {
      needs.addAll(EnumSet.of(Need.DATABASE, Need.CREDENTIALS));
    } else if (!instead.dryRun) {
      needs.add(Need.QUEUES);
    }
    return needs;
  }

  private void plan(Settings settings, List<Ask> days) {
    PlannedDays planned = new PlannedDays(settings, surroundings.clock(), limit);
    if (days.isEmpty()) {
      print(days, "");
    } else if (json) {
      planned.printJson(days, spec.commandLine().getOut());
    } else {
      planned.print(days, spec.commandLine().getOut());
    }
  }

  private void send(Settings settings, List<Ask> asks) {
    String requestId = UUID.randomUUID().toString();
    try (DaysQueue queue = new DaysQueue(settings.queue(), asks.size());
        AskNotes notes = notes(settings, requestId)) {
      for (Ask ask : asks) {
        notes.begin(ask);
        queue.send(ask.group(), ask.body(requestId, reason));
        notes.end(ask);
      }
    }
    print(asks, requestId);
  }

  private AskNotes notes(Settings settings, String requestId) {
    return new AskNotes(
        settings, surroundings.clock(), requestId, reason, spec.commandLine().getErr()::println);
  }

  private void print(List<Ask> asks, String requestId) {
    if (json) {
      Json.print(spec.commandLine().getOut(), asks.stream().map(a -> json(a, requestId)).toList());
    } else {
      asks.forEach(spec.commandLine().getOut()::println);
    }
    if (asks.isEmpty()) {
      spec.commandLine().getErr().println("No day to ask for in " + range);
    } else if (!requestId.isEmpty()) {
      spec.commandLine().getErr().println("Requested as " + requestId);
    }
  }

  private static ObjectNode json(Ask ask, String requestId) {
    return requestId.isEmpty() ? ask.json() : ask.json().put("requestId", requestId);
  }
}
