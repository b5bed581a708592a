package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.evidence.ArchivedDay;
import io.daybook.evidence.Evidence;
import io.daybook.gateway.Gateway;
import io.daybook.settings.Need;
import io.daybook.settings.Settings;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks for days to be stored again from the archive; all of them are checked before. */
@Command(
    name = "rebuild",
    description = "Asks for days to be stored again from the archive; no gateway is asked.")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class RebuildCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private Selection selection;

  @Parameters(
      paramLabel = "DATE|FROM..TO",
      converter = DayRange.Converter.class,
      description = "A day, or the days from one to another.")
  private DayRange range;

  @Option(
      names = "--despite-damage",
      description = "Leave out what is damaged, instead of refusing; such a day is incomplete.")
  private boolean despiteDamage;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Kept with the runs.")
  private @Nullable String reason;

  @Option(names = "--dry-run", description = "Check and print the days, and ask for nothing.")
  private boolean dryRun;

  RebuildCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    range.check();
    Person.check(spec, "--reason", reason);
    Settings settings =
        surroundings.settings(EnumSet.of(Need.DATABASE, Need.GATEWAYS, Need.QUEUES));
    List<ObjectNode> asks = asks(settings);
    if (asks.isEmpty()) {
      throw new CommandException("There is nothing to rebuild from in " + range);
    }
    if (!dryRun) {
      send(settings, asks);
    }
    asks.forEach(
        ask -> out().println(ask.get("gateway").asText() + " " + ask.get("date").asText()));
    return 0;
  }

  private List<ObjectNode> asks(Settings settings) {
    List<ObjectNode> asks = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    try (Evidence evidence = new Evidence(settings)) {
      for (Gateway gateway : selection.gateways(settings)) {
        for (LocalDate date : range.dates().toList()) {
          ArchivedDay day = evidence.archived(gateway, date);
          String name = gateway.name() + " " + date;
          if (day.obstacle() != null) {
            err().println(name + " is left out: " + day.obstacle());
          } else {
            day.damage().forEach(each -> damaged.add(name + ": " + each));
            asks.add(ask(gateway, date));
          }
        }
      }
    }
    if (!damaged.isEmpty() && !despiteDamage) {
      throw new CommandException(
          "The archive is damaged, and nothing is asked for: %s; put the files back, request these days, or add --despite-damage"
              .formatted(String.join("; ", damaged)));
    }
    return asks;
  }

  private ObjectNode ask(Gateway gateway, LocalDate date) {
    ObjectNode ask = Json.object().put("gateway", gateway.name()).put("date", date.toString());
    ask.put("rebuild", true).put("despiteDamage", despiteDamage);
    return reason == null ? ask : ask.put("reason", reason);
  }

  private void send(Settings settings, List<ObjectNode> asks) {
    String requestId = UUID.randomUUID().toString();
    try (DaysQueue queue = new DaysQueue(settings.queue(), asks.size())) {
      for (ObjectNode ask : asks) {
        String group = ask.get("gateway").asText() + (range.single() ? "" : "/range");
        queue.send(group, ask.put("requestId", requestId).toString());
      }
    }
    err().println("Requested as " + requestId);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
