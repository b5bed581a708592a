package io.daybook.command;

import io.daybook.deadletter.Change;
import io.daybook.deadletter.DeadLetter;
import io.daybook.deadletter.DeadLetterDesk;
import io.daybook.deadletter.Filter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts dead letters away for good; the rows stay, with who and why. */
@Command(
    name = "discard",
    description = "Removes dead letters from the queue, and keeps who decided it, and why.")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class DiscardCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private Decision decision;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why nothing is to be done; kept with each.")
  private String reason;

  DiscardCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Filter filter = decision.filter(spec);
    Change change = decision.change(spec, reason);
    try (DeadLetterDesk desk = surroundings.deadLetters()) {
      decision.checkIds(spec, desk);
      Told told = new Told(spec, decision.json());
      List<DeadLetter> chosen = desk.choose(filter, decision.limit());
      if (decision.dryRun()) {
        chosen.forEach(told::add);
        told.end("would be discarded");
      } else {
        told.during(() -> desk.discard(chosen, change, told::add), "discarded");
      }
    }
    return 0;
  }
}
