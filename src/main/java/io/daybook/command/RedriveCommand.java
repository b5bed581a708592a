package io.daybook.command;

import io.daybook.deadletter.Change;
import io.daybook.deadletter.DeadLetterDesk;
import io.daybook.deadletter.Filter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends dead letters back to the days queue; to type it again is always safe. */
@Command(name = "redrive", description = "Sends dead letters back to the days queue.")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class RedriveCommand implements Callable<Integer> {
  private static final double RATE_MIN = 0.01;
  private static final double RATE_MAX = 1_000;

  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private Decision decision;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "So many in a second, 0.01 to 1000. Default: ${DEFAULT-VALUE}.")
  private double rate = 10;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Kept with each.")
  private @Nullable String reason;

  RedriveCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Filter filter = decision.filter(spec);
    Change change = decision.change(spec, reason);
    checkRate();
    try (DeadLetterDesk desk = surroundings.deadLetters()) {
      decision.checkIds(spec, desk);
      Told told = new Told(spec, decision.json());
      if (decision.dryRun()) {
        desk.choose(filter, decision.limit()).forEach(told::add);
        told.end("would be redriven");
      } else {
        told.during(
            () -> desk.redrive(change, rate, told::add).run(filter, decision.limit()), "redriven");
      }
    }
    return 0;
  }

  private void checkRate() {
    if (!(rate >= RATE_MIN && rate <= RATE_MAX)) {
      throw new ParameterException(
          spec.commandLine(), "--rate is %s, not a number from 0.01 to 1000".formatted(rate));
    }
  }
}
