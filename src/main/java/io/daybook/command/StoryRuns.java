package io.daybook.command;

import io.daybook.message.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The runs of a day's story: how many, and the newest with what they did. */
final class StoryRuns {
  private static final String BELOW = "      ";
  private static final int DETAIL_COLUMNS = 82;
  private static final int ID_CHARACTERS_MAX = 60;

  private final Facts facts;

  StoryRuns(Facts facts) {
    this.facts = facts;
  }

  String line() {
    Facts runs = facts.part("runs");
    if (runs.number("count") == 0) {
      return "none";
    }
    List<Facts> shown = facts.parts("lastRuns");
    return "%d (%d downloads, %d failed): %d new%s, %d changed (%d by a corrected mapping), %d vanished%s"
        .formatted(
            runs.number("count"),
            runs.number("downloads"),
            runs.number("failed"),
            runs.number("new"),
            runs.number("late") > 0 ? " (" + runs.number("late") + " late)" : "",
            runs.number("changed"),
            runs.number("corrected"),
            runs.number("vanished"),
            shown.size() < runs.number("count") ? "; the newest " + shown.size() + ":" : "");
  }

  @Nullable Table table() {
    List<Facts> runs = facts.parts("lastRuns");
    if (runs.isEmpty()) {
      return null;
    }
    Table table = new Table(">run", ">try", "started", "took", "outcome", ">pages", ">bytes");
    for (Facts run : runs) {
      table.add(
          run.shown("runId"),
          run.shown("attempt"),
          run.time("startedAt"),
          took(run),
          run.shown("outcome"),
          run.shown("pages"),
          run.shown("bytes"));
      details(run).forEach(line -> table.addText(BELOW + line));
    }
    return table;
  }

  private static String took(Facts run) {
    if (!run.has("finishedAt")) {
      return "-";
    }
    Instant from = Instant.parse(run.shown("startedAt"));
    return Ages.words(Duration.between(from, Instant.parse(run.shown("finishedAt"))));
  }

  /** The seven that add up to what was fetched, those that are zero left out. */
  private static String counts(Facts run) {
    StringJoiner counts = new StringJoiner(", ");
    for (String count :
        List.of(
            "new",
            "changed",
            "unchanged",
            "rejected",
            "repeated",
            "outside",
            "skipped",
            "vanished")) {
      if (run.number(count) > 0) {
        counts.add(run.number(count) + " " + count);
      }
    }
    return counts.length() == 0 ? run.number("fetched") + " fetched" : counts.toString();
  }

  private static List<String> details(Facts run) {
    List<String> details =
        new ArrayList<>(Wrapped.of(counts(run) + "; " + asked(run), DETAIL_COLUMNS));
    addIds(details, "late: ", run.texts("lateIds"), run.number("late"));
    addIds(details, "changed: ", run.texts("changedIds"), run.number("changed"));
    if (run.has("cause") || run.has("error")) {
      details.add(Excerpt.of(run.error(), DETAIL_COLUMNS - 1));
    }
    return details;
  }

  /** Which transactions came in after the day had been read to its end, or some of them. */
  private static void addIds(List<String> details, String what, List<String> ids, long count) {
    if (!ids.isEmpty()) {
      StringJoiner named = new StringJoiner(", ", what, more(count - ids.size()));
      ids.forEach(id -> named.add(Excerpt.of(id, ID_CHARACTERS_MAX)));
      details.addAll(Wrapped.of(named.toString(), DETAIL_COLUMNS));
    }
  }

  private static String more(long count) {
    return count > 0 ? " and " + count + " more" : "";
  }

  private static String asked(Facts run) {
    StringJoiner asked = new StringJoiner(", ");
    asked.add(run.shown("instance"));
    if (run.has("rejectedId")) {
      asked.add("rejected transaction " + run.shown("rejectedId") + " again");
    }
    if (run.has("requestId")) {
      asked.add("request " + run.shown("requestId"));
    }
    return run.has("reason")
        ? asked.add(Excerpt.of(run.shown("reason"), DETAIL_COLUMNS - 1)).toString()
        : asked.toString();
  }
}
