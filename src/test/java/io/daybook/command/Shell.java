package io.daybook.command;

import io.daybook.settings.Settings;
import io.daybook.testing.World;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** Types commands in a world, and keeps what they print. */
public final class Shell {

  /** What a script sees of a command. */
  public record Result(int exitCode, String out, String err) {
    public List<String> lines() {
      return out.lines().toList();
    }
  }

  private final World world;

  public Shell(World world) {
    this.world = world;
  }

  public Result type(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            needs -> Settings.examine(world.settings(), needs), world.clock(), () -> {});
    CommandLine daybook =
        CommandLines.of(surroundings)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int exitCode = daybook.execute(arguments);
    return new Result(exitCode, out.toString(), err.toString());
  }
}
