package io.daybook.command;

import io.daybook.deadletter.Change;
import io.daybook.deadletter.DeadLetter;
import io.daybook.deadletter.DeadLetterDesk;
import io.daybook.deadletter.Filter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What redrive and discard have in common: which, who, and whether only to say so. */
final class Decision {
  private static final int CHARACTERS_MAX = 200;

  @Mixin private DeadLetterSelection selection = new DeadLetterSelection();

  @Option(names = "--all", description = "All that are open; needed if nothing else says which.")
  private boolean all;

  @Option(names = "--dry-run", description = "Print what it would do, and do nothing.")
  private boolean dryRun;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides. Default: the user and host of this process.")
  private @Nullable String by;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  /** Refuses what would mean all without saying so. */
  Filter filter(CommandSpec spec) {
    if (selection.isEmpty() && !all) {
      throw new ParameterException(
          spec.commandLine(), "Say which dead letters are meant, or --all for every open one");
    }
    if (all && !selection.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--all means every open one; leave it out to mean only some");
    }
    return selection.filter("open");
  }

  int limit() {
    return selection.limit();
  }

  boolean dryRun() {
    return dryRun;
  }

  boolean json() {
    return json;
  }

  Change change(CommandSpec spec, @Nullable String reason) {
    check(spec, "--by", by);
    check(spec, "--reason", reason);
    return new Change(by == null ? userAndHost() : by, reason);
  }

  private static void check(CommandSpec spec, String option, @Nullable String text) {
    if (text != null && (text.isBlank() || text.length() > CHARACTERS_MAX)) {
      throw new ParameterException(
          spec.commandLine(),
          "%s has %d characters, not 1 to %d"
              .formatted(option, text.strip().length(), CHARACTERS_MAX));
    }
  }

  /** Tells which of the numbers given are not open; one that does not exist is a mistake. */
  void checkIds(CommandSpec spec, DeadLetterDesk desk) {
    if (selection.ids().isEmpty()) {
      return;
    }
    List<DeadLetter> named = desk.table().find(Filter.ofIds(selection.ids()));
    Set<Long> unknown = new HashSet<>(selection.ids());
    named.forEach(letter -> unknown.remove(letter.id()));
    if (!unknown.isEmpty()) {
      throw new CommandException("There is no dead letter " + unknown.iterator().next());
    }
    named.stream()
        .filter(letter -> !letter.isOpen())
        .forEach(
            letter ->
                spec.commandLine()
                    .getErr()
                    .println(
                        "Dead letter %d is left alone: it is %s"
                            .formatted(letter.id(), letter.state())));
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
