package io.daybook.command;

import static io.daybook.command.Facts.seconds;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The honest answer to "is this day complete?", in one sentence, and the next command to type.
 *
 * @param next null if nothing is to be typed
 */
record Verdict(String sentence, @Nullable String next) {
  static final String NOT_DUE = "not-due";

  static Verdict of(Story story) {
    DayStatus day = story.day();
    if (day == null) {
      return notDue(story);
    }
    String subject = "%s of %s ".formatted(story.date(), story.gateway().name());
    String next = story.problem() == null ? NextCommand.of(day) : story.problem().next();
    return new Verdict(subject + words(story, day) + needs(story, day), next);
  }

  private static Verdict notDue(Story story) {
    String subject = "%s of %s ".formatted(story.date(), story.gateway().name());
    return story.isBeforeFirst()
        ? new Verdict(
            subject
                + "is not due and was never asked for: the gateway's first due day is "
                + story.gateway().since(),
            NextCommand.request(story.gateway().name(), story.date(), story.date()))
        : new Verdict(
            subject
                + "is not due: it can be complete from %s on, and is asked for then"
                    .formatted(seconds(story.dueSince())),
            null);
  }

  private static String words(Story story, DayStatus day) {
    return switch (day.state()) {
      case "sealed" -> "is sealed: " + proof(story, day);
      case "stored" ->
          "is stored but not proven complete: all %d transactions that the gateway listed are there, and nothing proves that it listed all%s"
              .formatted(day.transactions(), nextLook(day));
      case "incomplete" ->
          "is not proven complete because %d of its transactions are rejected and not stored"
              .formatted(day.rejected());
      case DayStatus.MISMATCH -> mismatch(day);
      case "failed" -> "is not stored because it was given up: " + day.why();
      case DayStatus.MISSING -> "is missing: due, and never asked for";
      default -> requested(day);
    };
  }

  private static String nextLook(DayStatus day) {
    Instant next = day.work().nextCheckAt();
    return next == null ? "" : "; it is downloaded again from %s on".formatted(seconds(next));
  }

  private static String proof(Story story, DayStatus day) {
    String sealedAt = story.facts().time("sealedAt");
    return switch (String.valueOf(day.proof())) {
      case "control-total" ->
          "%d transactions are stored, and another source of the provider confirms their totals (since %s)"
              .formatted(day.transactions(), sealedAt);
      case "declared-count" ->
          "the gateway declared %s transactions, and as many were listed; %d are stored under this day (since %s)"
              .formatted(day.declared(), day.transactions(), sealedAt);
      case "quiet-recheck" ->
          "a later download found nothing new; %d transactions are stored (since %s)"
              .formatted(day.transactions(), sealedAt);
      case "explicit-zero" ->
          "the provider says itself that nothing happened on that day (since %s)"
              .formatted(sealedAt);
      default -> "by %s (since %s)".formatted(day.proof(), sealedAt);
    };
  }

  private static String mismatch(DayStatus day) {
    String found = day.why().isEmpty() ? "its totals differ from the declared ones" : day.why();
    Acceptance acceptance = day.acceptance();
    return acceptance == null
        ? "is not proven complete because it differs from what the gateway declares: " + found
        : "is not proven complete (%s), and is %s (since %s)"
            .formatted(found, acceptance, seconds(acceptance.at()));
  }

  private static String requested(DayStatus day) {
    String doing =
        day.work().inWork()
            ? "a run is at work"
            : day.work().wantedAt() != null
                ? "it waits to be put on the queue"
                : "it waits for a run";
    return "is not stored so far: it was asked for, and " + doing;
  }

  /** What else needs a person, beside what the state says. */
  private static String needs(Story story, DayStatus day) {
    Problem problem = story.problem();
    return problem == null || problem.what().equals(day.state())
        ? ""
        : ". But: %s, %s".formatted(problem.what(), problem.why());
  }

  String nextOr(String nothing) {
    return Objects.requireNonNullElse(next, nothing);
  }
}
