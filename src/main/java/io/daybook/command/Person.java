package io.daybook.command;

import io.daybook.deadletter.Change;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Who decides something, and why; both are kept with what was decided. */
final class Person {
  private static final int CHARACTERS_MAX = 200;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides. Default: the user and host of this process.")
  private @Nullable String by;

  Change change(CommandSpec spec, @Nullable String reason) {
    check(spec, "--by", by);
    check(spec, "--reason", reason);
    return new Change(by == null ? userAndHost() : by, reason);
  }

  /** Refuses a text that is empty, or longer than what is kept of it. */
  static void check(CommandSpec spec, String option, @Nullable String text) {
    if (text != null && (text.isBlank() || text.length() > CHARACTERS_MAX)) {
      throw new ParameterException(
          spec.commandLine(),
          "%s has %d characters, not 1 to %d"
              .formatted(option, text.strip().length(), CHARACTERS_MAX));
    }
  }

  private static String userAndHost() {
    String user = System.getProperty("user.name", "unknown");
    try {
      return user + "@" + InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return user;
    }
  }
}
