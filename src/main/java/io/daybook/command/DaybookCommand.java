package io.daybook.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What is typed before any command; without one, the routes run. */
@Command(
    name = "daybook",
    description =
        "Stores every payment transaction of every gateway once, and proves days complete.",
    synopsisSubcommandLabel = "[COMMAND]",
    footer = "Without a command: run. Settings: see docs/reference/configuration.md.",
    versionProvider = DaybookCommand.Version.class)
@SuppressWarnings("UnusedVariable") // picocli reads help and version
final class DaybookCommand implements Callable<Integer> {
  private final RunCommand run;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Add the stack trace to a failure.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  DaybookCommand(RunCommand run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    return run.call();
  }

  boolean verbose() {
    return verbose;
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = DaybookCommand.class.getPackage().getImplementationVersion();
      return new String[] {"daybook " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
  }
}
