package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.evidence.DayEvidence;
import io.daybook.evidence.Evidence;
import io.daybook.gateway.Gateway;
import io.daybook.settings.Need;
import io.daybook.settings.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the archive of days with the tables; changes nothing. */
@Command(
    name = "verify",
    description = "Reads the archived pages of days again and compares them with the tables.")
@SuppressWarnings("NullAway.Init") // picocli sets what is not initialised
final class VerifyCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private CommandSpec spec;
  @Mixin private Selection selection;

  @Parameters(
      paramLabel = "DATE|FROM..TO",
      converter = DayRange.Converter.class,
      description = "A day, or the days from one to another.")
  private DayRange range;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    range.check();
    Settings settings = surroundings.settings(EnumSet.of(Need.DATABASE, Need.GATEWAYS));
    List<ObjectNode> objects = new ArrayList<>();
    boolean wrong = false;
    try (Evidence evidence = new Evidence(settings)) {
      for (Gateway gateway : selection.gateways(settings)) {
        for (LocalDate date : range.dates().toList()) {
          DayEvidence day = evidence.verify(gateway, date);
          wrong |= isWrong(day);
          tell(day, objects);
        }
      }
    }
    if (json) {
      Json.print(spec.commandLine().getOut(), objects);
    }
    return wrong ? 1 : 0;
  }

  /** A day whose pages retention removed is as it should be; one that was never read is not. */
  private static boolean isWrong(DayEvidence day) {
    return day.result() == DayEvidence.Result.DAMAGED
        || day.result() == DayEvidence.Result.UNVERIFIED;
  }

  private void tell(DayEvidence day, List<ObjectNode> objects) {
    if (json) {
      objects.add(json(day));
    } else {
      spec.commandLine().getOut().println(line(day));
    }
  }

  private static String line(DayEvidence day) {
    List<String> words = new ArrayList<>();
    if (day.result() == DayEvidence.Result.VERIFIED || day.result() == DayEvidence.Result.ERASED) {
      words.add(
          "run %d, %d pages, %d transactions%s%s"
              .formatted(
                  day.runId(),
                  day.pages(),
                  day.transactions(),
                  day.superseded() == 0 ? "" : ", " + day.superseded() + " superseded",
                  day.erased() == 0 ? "" : ", " + day.erased() + " erased"));
    }
    words.addAll(day.problems());
    words.addAll(day.notes());
    return "%s %s %s: %s".formatted(day.gateway(), day.date(), word(day), String.join("; ", words));
  }

  private static String word(DayEvidence day) {
    return day.result().name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode json(DayEvidence day) {
    ObjectNode object =
        Json.object()
            .put("gateway", day.gateway())
            .put("date", day.date().toString())
            .put("result", word(day))
            .put("run", day.runId())
            .put("pages", day.pages())
            .put("transactions", day.transactions())
            .put("superseded", day.superseded())
            .put("erased", day.erased());
    day.problems().forEach(object.putArray("problems")::add);
    day.notes().forEach(object.putArray("notes")::add);
    return object;
  }
}
