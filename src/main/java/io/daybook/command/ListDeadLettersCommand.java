package io.daybook.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.daybook.deadletter.DeadLetter;
import io.daybook.deadletter.DeadLetterDesk;
import io.daybook.deadletter.Survey;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows all dead letters, by cause and one by one; deletes nothing. */
@Command(
    name = "list",
    description = "Lists dead letters by cause; those that came to the queue without us, too.")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class ListDeadLettersCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private DeadLetterSelection selection;

  @Option(
      names = "--state",
      paramLabel = "open|redriven|discarded|resolved|all",
      description = "In this state. Default: open.")
  private State state = State.OPEN;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  /** Whether somebody still has to decide. */
  enum State {
    OPEN,
    REDRIVEN,
    DISCARDED,
    RESOLVED,
    ALL
  }

  ListDeadLettersCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (DeadLetterDesk desk = surroundings.deadLetters()) {
      Survey survey = desk.survey();
      List<DeadLetter> found =
          desk.table().find(selection.filter(state.name().toLowerCase(Locale.ROOT)));
      print(found, survey);
      tell(found, survey);
    }
    return 0;
  }

  private void print(List<DeadLetter> found, Survey survey) {
    List<DeadLetter> shown = found.stream().limit(selection.limit()).toList();
    if (json) {
      Json.print(
          out(),
          shown.stream()
              .map(letter -> DeadLetterView.json(letter).put("onQueue", survey.carries(letter)))
              .toList());
    } else if (!found.isEmpty()) {
      causes(found).print(out());
      out().println();
      Table table = DeadLetterView.table();
      shown.forEach(letter -> DeadLetterView.add(table, letter, survey.carries(letter)));
      table.print(out());
    }
  }

  private static Table causes(List<DeadLetter> found) {
    Table table = new Table("cause", ">dead letters", ">gateways", "first failed at");
    Map<String, List<DeadLetter>> causes =
        found.stream().collect(groupingBy(DeadLetter::cause, TreeMap::new, toList()));
    causes.forEach(
        (cause, letters) ->
            table.add(
                cause,
                letters.size(),
                letters.stream()
                    .map(DeadLetter::gateway)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count(),
                DeadLetterView.shown(letters.get(0).failedAt())));
    return table;
  }

  private void tell(List<DeadLetter> found, Survey survey) {
    PrintWriter err = spec.commandLine().getErr();
    if (found.isEmpty()) {
      err.println(selection.isEmpty() ? "No dead letter" : "No dead letter matches");
    } else if (found.size() > selection.limit()) {
      err.println("%d of %d are shown".formatted(selection.limit(), found.size()));
    }
    if (survey.unread() > 0) {
      err.println(
          "%d more messages on the dead-letter queue could not be read: another reader holds them for now, or they stand behind others of their message group until those are redriven or discarded"
              .formatted(survey.unread()));
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
