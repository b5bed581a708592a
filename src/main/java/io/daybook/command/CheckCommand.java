package io.daybook.command;

import io.daybook.Application;
import io.daybook.route.RouteFiles;
import io.daybook.settings.Examined;
import io.daybook.settings.GatewaySettings;
import io.daybook.settings.Need;
import io.daybook.settings.Settings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves the configuration without changing anything; all faults together, not the first alone. */
@Command(
    name = "check",
    description = "Checks settings, database, queues and routes; changes nothing.")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<Finding> findings = findings(surroundings.settings().apply(EnumSet.allOf(Need.class)));
    if (json) {
      Json.print(spec.commandLine().getOut(), findings.stream().map(Finding::json).toList());
    } else {
      findings.forEach(spec.commandLine().getOut()::println);
    }
    long faults = findings.stream().filter(Finding::isFault).count();
    if (faults > 0) {
      spec.commandLine().getErr().println(faults == 1 ? "1 fault" : faults + " faults");
    }
    return faults > 0 ? 1 : 0;
  }

  private static List<Finding> findings(Examined examined) {
    Settings settings = examined.settings();
    List<Finding> findings = new ArrayList<>(settings(examined));
    add(findings, "the archive", () -> ArchiveCheck.findings(settings.archive()));
    add(findings, "the database", () -> DatabaseCheck.findings(settings.database()));
    add(findings, "the queues", () -> QueueCheck.findings(settings.queue()));
    add(findings, "the routes", () -> routes(settings));
    return findings;
  }

  private static List<Finding> settings(Examined examined) {
    List<Finding> findings = new ArrayList<>();
    examined
        .faults()
        .forEach(fault -> findings.add(Finding.fault("settings: %s".formatted(fault))));
    if (findings.isEmpty()) {
      findings.add(Finding.ok("settings: %d".formatted(examined.settings().properties().size())));
    }
    for (GatewaySettings each : examined.settings().gateways().values()) {
      findings.add(
          Finding.ok(
              "gateway %s: provider %s, days in %s, since %s"
                  .formatted(
                      each.name(),
                      each.provider(),
                      each.zone(),
                      each.since() == null ? "its first request" : each.since())));
    }
    return findings;
  }

  private static List<Finding> routes(Settings settings) {
    List<Finding> findings = new ArrayList<>();
    new RouteFiles(settings)
        .replacedSteps()
        .forEach(
            step ->
                findings.add(Finding.advice("routes: %s is not the built-in one".formatted(step))));
    List<String> faults = Application.routeFaults(settings);
    faults.forEach(fault -> findings.add(Finding.fault("routes: %s".formatted(fault))));
    if (faults.isEmpty()) {
      findings.add(Finding.ok("routes: they load, and are valid"));
    }
    return findings;
  }

  /** A check that fails is a fault of its own, and does not end the others. */
  private static void add(List<Finding> findings, String what, Supplier<List<Finding>> check) {
    try {
      findings.addAll(check.get());
    } catch (RuntimeException e) {
      findings.add(Finding.fault("%s cannot be checked: %s".formatted(what, Failures.line(e))));
    }
  }
}
