package io.daybook.command;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * The jar's command line: results on standard output; exit codes 0, 1 (failed) and 2 (not
 * understood).
 */
public final class CommandLines {
  /** How a person starts this jar, for commands that we tell them to type. */
  static final String PROGRAM = "java -jar daybook.jar";

  private CommandLines() {}

  public static CommandLine of(Surroundings surroundings) {
    RunCommand run = new RunCommand(surroundings);
    DaybookCommand daybook = new DaybookCommand(run);
    return new CommandLine(daybook)
        .addSubcommand(run)
        .addSubcommand(new RequestCommand(surroundings))
        .addSubcommand(new StatusCommand(surroundings))
        .addSubcommand(new ExplainCommand(surroundings))
        .addSubcommand(new AcceptCommand(surroundings))
        .addSubcommand(new VerifyCommand(surroundings))
        .addSubcommand(new RebuildCommand(surroundings))
        .addSubcommand(new EraseCommand(surroundings))
        .addSubcommand(DeadLettersCommand.of(surroundings))
        .addSubcommand(new CheckCommand(surroundings))
        .addSubcommand(new MigrateCommand(surroundings))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(parsed -> execute(parsed, surroundings))
        .setParameterExceptionHandler(Failures::notUnderstood)
        .setExecutionExceptionHandler(new Failures(daybook::verbose));
  }

  private static int execute(ParseResult parsed, Surroundings surroundings) {
    boolean run =
        !parsed.hasSubcommand()
            || parsed.subcommand().commandSpec().userObject() instanceof RunCommand;
    if (!run) {
      surroundings.quiet().run();
    }
    return new CommandLine.RunLast().execute(parsed);
  }
}
