package io.daybook.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done about messages that could not be done. */
@Command(
    name = "dead-letters",
    description = "Shows what could not be done, sends it back or puts it away.",
    synopsisSubcommandLabel = "COMMAND")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class DeadLettersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  static CommandLine of(Surroundings surroundings) {
    return new CommandLine(new DeadLettersCommand())
        .addSubcommand(new ListDeadLettersCommand(surroundings))
        .addSubcommand(new ShowDeadLetterCommand(surroundings))
        .addSubcommand(new RedriveCommand(surroundings))
        .addSubcommand(new DiscardCommand(surroundings));
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "dead-letters needs one of: list, show, redrive, discard");
  }
}
