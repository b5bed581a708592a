package io.daybook.command;

import static io.daybook.command.Facts.seconds;

import io.daybook.gateway.BusinessDay;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day's story on one screen of 100 columns, ending with the verdict and the next command. */
final class StoryPage {
  static final int COLUMNS_MAX = 100;
  private static final int LABEL_COLUMNS = 12;
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Story story;
  private final Facts facts;
  private final List<String> lines = new ArrayList<>();

  StoryPage(Story story) {
    this.story = story;
    facts = story.facts();
  }

  void print(PrintWriter out) {
    lines.add("%s %s".formatted(story.gateway().name(), story.date()));
    window();
    DayStatus day = story.day();
    if (day != null && !day.isMissing()) {
      day(day);
    }
    StoryTables tables = new StoryTables(facts);
    StoryRuns runs = new StoryRuns(facts);
    table("runs", runs.line(), runs.table());
    table("totals", tables.totalsLine(), tables.totals());
    table("rejected", tables.rejectedLine(), tables.rejected());
    table("letters", tables.lettersLine(), tables.letters());
    table("seals", null, tables.seals());
    Verdict verdict = Verdict.of(story);
    lines.add("");
    lines.addAll(Wrapped.of(verdict.sentence() + ".", COLUMNS_MAX));
    lines.add("next: " + verdict.nextOr("nothing is left to type"));
    if (day != null && day.state().equals(DayStatus.MISMATCH) && !day.isAccepted()) {
      lines.add("or, if the provider confirms it: " + NextCommand.accept(day));
    }
    lines.forEach(out::println);
  }

  private void window() {
    BusinessDay window = story.window();
    add(
        "window",
        "%s to %s in %s (%d hours)"
            .formatted(
                LOCAL.format(LocalDateTime.ofInstant(window.from(), window.zone())),
                LOCAL.format(LocalDateTime.ofInstant(window.to(), window.zone())),
                window.zone(),
                Duration.between(window.from(), window.to()).toHours()));
    add("", "%s to %s, due from %s".formatted(window.from(), window.to(), story.dueSince()));
    String zone = facts.part("request").text("zone");
    if (zone != null && !zone.equals(window.zone().getId())) {
      add("", "it was last asked for as a day in " + zone);
    }
  }

  private void day(DayStatus day) {
    Facts request = facts.part("request");
    add(
        "asked",
        "%s%s%s"
            .formatted(
                request.time("at"),
                said(", request ", request.text("requestId")),
                said(": ", request.text("reason"))));
    add("state", state(day));
    add("now", now(day.work()));
    if (day.work().nextCheckAt() != null) {
      add("next check", seconds(day.work().nextCheckAt()));
    }
    if (day.acceptance() != null) {
      add("accepted", seconds(day.acceptance().at()) + ", " + day.acceptance());
    }
  }

  private String state(DayStatus day) {
    StringBuilder state = new StringBuilder(day.standing());
    state.append(said(", stored ", facts.has("storedAt") ? facts.time("storedAt") : null));
    if (day.vanished() > 0) {
      state.append(", %d vanished from the gateway".formatted(day.vanished()));
    }
    return state.append(said("; ", day.why().isEmpty() ? null : day.why())).toString();
  }

  private static String now(Work work) {
    if (work.inWork()) {
      return "run %d of %s is at work since %s, its lease lasts until %s"
          .formatted(
              work.runId(), work.instance(), shown(work.activeSince()), shown(work.leaseUntil()));
    }
    if (work.leaseRanOut()) {
      return "run %d of %s was at work; its lease ran out at %s"
          .formatted(work.runId(), work.instance(), shown(work.leaseUntil()));
    }
    if (work.askedAt() != null) {
      return "on the queue since " + shown(work.askedAt());
    }
    return work.wantedAt() == null
        ? "nobody is at work"
        : "waits since %s to be put on the queue".formatted(shown(work.wantedAt()));
  }

  private static String shown(@Nullable Instant instant) {
    return DeadLetterView.shown(instant);
  }

  private static String said(String before, @Nullable String text) {
    return text == null ? "" : before + text;
  }

  private void table(String label, @Nullable String line, @Nullable Table table) {
    if (line != null) {
      add(label, line);
    }
    if (table != null) {
      List<String> rows = table.lines();
      for (int i = 0; i < rows.size(); i++) {
        lines.add(padded(line == null && i == 0 ? label : "") + rows.get(i));
      }
    }
  }

  private void add(String label, String text) {
    List<String> wrapped = Wrapped.of(text, COLUMNS_MAX - LABEL_COLUMNS);
    for (int i = 0; i < wrapped.size(); i++) {
      lines.add(padded(i == 0 ? label : "") + wrapped.get(i));
    }
  }

  private static String padded(String label) {
    return label + " ".repeat(LABEL_COLUMNS - label.length());
  }
}
