package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.Database;
import io.daybook.database.Statements;
import io.daybook.deadletter.Advice;
import io.daybook.deadletter.DeadLetter;
import io.daybook.deadletter.DeadLetterDay;
import io.daybook.deadletter.DeadLetterTable;
import io.daybook.message.Excerpt;
import io.daybook.settings.Need;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows everything about one dead letter; reads the database alone. */
@Command(name = "show", description = "Shows one dead letter, its day, and what to type next.")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class ShowDeadLetterCommand implements Callable<Integer> {
  private static final int BODY_CHARACTERS_MAX = 1_000;

  private final Surroundings surroundings;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "The dead letter's number, as list shows it.")
  private long id;

  @Option(names = "--json", description = "Print a JSON array of one object, the body whole.")
  private boolean json;

  ShowDeadLetterCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var settings = surroundings.settings(EnumSet.of(Need.DATABASE)).database();
    try (HikariDataSource database = Database.dataSource(settings)) {
      DeadLetterTable table = new DeadLetterTable(new Statements(database));
      DeadLetter letter = table.find(id);
      if (letter == null) {
        throw new CommandException("There is no dead letter " + id);
      }
      print(letter, table.day(letter));
    }
    return 0;
  }

  private void print(DeadLetter letter, @Nullable DeadLetterDay day) {
    if (json) {
      Json.print(spec.commandLine().getOut(), List.of(json(letter, day)));
    } else {
      words(letter, day)
          .forEach((name, text) -> spec.commandLine().getOut().printf("%-9s %s%n", name, text));
    }
  }

  private static Map<String, String> words(DeadLetter letter, @Nullable DeadLetterDay day) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("id", String.valueOf(letter.id()));
    words.put("state", letter.state() + changed(letter));
    words.put("gateway", DeadLetterView.shown(letter.gateway()));
    words.put("date", DeadLetterView.shown(letter.date()));
    words.put("cause", letter.cause());
    words.put("error", letter.error());
    words.put("failed at", DeadLetterView.shown(letter.failedAt()));
    words.put("sent at", DeadLetterView.shown(letter.sentAt()));
    words.put("attempts", String.valueOf(letter.attempts()));
    words.put("redrives", String.valueOf(letter.redrives()));
    words.put("message", letter.messageId());
    words.put("body", Excerpt.of(letter.body(), BODY_CHARACTERS_MAX));
    words.put("day", day == null ? "-" : day(day));
    String next = DeadLetterView.next(letter);
    if (letter.isOpen()) {
      words.put("first", Advice.first(letter.cause()));
    }
    words.put("next", next == null ? "nothing is left to do" : next);
    return words;
  }

  /** Of an open one, its last redrive, which did not help. */
  private static String changed(DeadLetter letter) {
    if (letter.changedAt() == null) {
      return "";
    }
    return "%s at %s by %s%s"
        .formatted(
            letter.isOpen() ? "; last redriven" : "",
            DeadLetterView.shown(letter.changedAt()),
            DeadLetterView.shown(letter.changedBy()),
            letter.changeReason() == null ? "" : ": " + letter.changeReason());
  }

  private static String day(DeadLetterDay day) {
    return "%s, %d transactions, %d rejected; %s%s"
        .formatted(
            day.proof() == null ? day.state() : day.state() + " (" + day.proof() + ")",
            day.transactions(),
            day.rejected(),
            day.lastRunId() == null
                ? "no run has ended"
                : "last run %d of %s %s"
                    .formatted(
                        day.lastRunId(),
                        DeadLetterView.shown(day.lastStartedAt()),
                        day.lastOutcome()),
            day.inWork() ? "; in work" : "");
  }

  private static ObjectNode json(DeadLetter letter, @Nullable DeadLetterDay day) {
    ObjectNode json =
        DeadLetterView.json(letter).put("messageId", letter.messageId()).put("body", letter.body());
    return json.put("dayState", day == null ? null : day.state());
  }
}
