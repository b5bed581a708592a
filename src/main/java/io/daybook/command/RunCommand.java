package io.daybook.command;

import io.daybook.Application;
import io.daybook.settings.Need;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the routes until the process is asked to stop. */
@Command(name = "run", description = "Works on requested days until SIGTERM (the default command).")
final class RunCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return Application.run(surroundings.settings(EnumSet.allOf(Need.class)));
  }
}
