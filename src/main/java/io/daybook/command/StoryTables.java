package io.daybook.command;

import io.daybook.message.Excerpt;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The tables of a day's story; null where there is nothing to show. */
final class StoryTables {
  /** Beside the other columns, so that a line stays on the screen. */
  private static final int ERROR_CHARACTERS_MAX = 33;

  private static final String BELOW = "      ";
  private static final int DETAIL_COLUMNS = 82;

  private final Facts facts;

  StoryTables(Facts facts) {
    this.facts = facts;
  }

  String runsLine() {
    Facts runs = facts.part("runs");
    if (runs.number("count") == 0) {
      return "none";
    }
    List<Facts> shown = facts.parts("lastRuns");
    return "%d (%d downloads, %d failed): %d new, %d changed (%d by a corrected mapping), %d vanished%s"
        .formatted(
            runs.number("count"),
            runs.number("downloads"),
            runs.number("failed"),
            runs.number("new"),
            runs.number("changed"),
            runs.number("corrected"),
            runs.number("vanished"),
            shown.size() < runs.number("count") ? "; the newest " + shown.size() + ":" : "");
  }

  @Nullable Table runs() {
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
    if (run.has("cause") || run.has("error")) {
      details.add(Excerpt.of(error(run), DETAIL_COLUMNS - 1));
    }
    return details;
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

  private static String error(Facts of) {
    return of.has("cause") ? of.shown("cause") + ": " + of.shown("error") : of.shown("error");
  }

  @Nullable String totalsLine() {
    return facts.parts("totals").isEmpty()
        ? null
        : "declared by the gateway, listed by its last whole download, stored";
  }

  @Nullable Table totals() {
    List<Facts> totals = facts.parts("totals");
    if (totals.isEmpty()) {
      return null;
    }
    Table table =
        new Table(
            "currency",
            ">declared",
            ">amount",
            ">listed",
            ">amount",
            ">stored",
            ">posted",
            ">amount");
    for (Facts total : totals) {
      table.add(
          total.shown("currency"),
          total.shown("declaredCount"),
          amount(total, "declaredMinor"),
          total.shown("listedCount"),
          amount(total, "listedMinor"),
          total.shown("storedCount"),
          total.shown("postedCount"),
          amount(total, "postedMinor"));
    }
    return table;
  }

  private static String amount(Facts total, String name) {
    String minor = total.text(name);
    return minor == null
        ? "-"
        : new Amount(total.shown("currency"), new BigDecimal(minor)).decimal();
  }

  @Nullable String rejectedLine() {
    Facts rejected = facts.part("rejectedTransactions");
    return rejected.number("open") + rejected.number("resolved") == 0
        ? null
        : "%d, and %d that were stored later or are gone"
            .formatted(rejected.number("open"), rejected.number("resolved"));
  }

  @Nullable Table rejected() {
    List<Facts> rejected = facts.parts("lastRejected");
    if (rejected.isEmpty()) {
      return null;
    }
    Table table = new Table(">id", ">run", ">page", ">position", "cause", "error");
    for (Facts each : rejected) {
      table.add(
          each.shown("rejectedId"),
          each.shown("runId"),
          each.shown("page"),
          each.shown("position"),
          each.shown("cause"),
          Excerpt.of(each.shown("error"), ERROR_CHARACTERS_MAX));
    }
    return table;
  }

  @Nullable String lettersLine() {
    Facts letters = facts.part("deadLetters");
    return letters.number("all") == 0
        ? null
        : "%d dead letters, %d open".formatted(letters.number("all"), letters.number("open"));
  }

  @Nullable Table letters() {
    List<Facts> letters = facts.parts("lastDeadLetters");
    if (letters.isEmpty()) {
      return null;
    }
    Table table = new Table(">id", "state", "failed at", ">attempts", ">redrives", "error");
    for (Facts each : letters) {
      table.add(
          each.shown("id"),
          each.shown("state"),
          each.time("failedAt"),
          each.shown("attempts"),
          each.shown("redrives"),
          Excerpt.of(error(each), ERROR_CHARACTERS_MAX));
    }
    return table;
  }

  @Nullable Table seals() {
    List<Facts> seals = facts.parts("seals");
    if (seals.isEmpty()) {
      return null;
    }
    Table table =
        new Table("proof", ">run", ">declared", ">stored", "sealed at", "no longer valid since");
    for (Facts seal : seals) {
      table.add(
          seal.shown("proof"),
          seal.shown("runId"),
          seal.shown("declared"),
          seal.shown("transactions"),
          seal.time("sealedAt"),
          seal.has("invalidSince") ? seal.time("invalidSince") : "valid");
    }
    return table;
  }
}
