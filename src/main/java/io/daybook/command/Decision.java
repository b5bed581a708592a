package io.daybook.command;

import io.daybook.deadletter.Change;
import io.daybook.deadletter.DeadLetter;
import io.daybook.deadletter.DeadLetterDesk;
import io.daybook.deadletter.Filter;
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
  @Mixin private DeadLetterSelection selection = new DeadLetterSelection();

  @Mixin private Person person = new Person();

  @Option(names = "--all", description = "All that are open; needed if nothing else says which.")
  private boolean all;

  @Option(names = "--dry-run", description = "Print what it would do, and do nothing.")
  private boolean dryRun;

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
    return person.change(spec, reason);
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
}
