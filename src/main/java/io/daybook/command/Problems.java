package io.daybook.command;

import io.daybook.gateway.DueDays;
import io.daybook.gateway.Gateway;
import io.daybook.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which days need a person. What the schedule, the queue or a worker will still do by
 * itself does not, until it takes too long.
 */
final class Problems {
  /**
   * Above a night's work of a gateway with its attempts; SQS takes a message back after 12 hours.
   */
  private static final Duration LONG = Duration.ofHours(6);

  private static final String NEVER_ASKED = "due, and never asked for";
  private static final String NO_DAY = "due, and no day of this gateway was ever asked for";

  private final Fires fires;
  private final Duration visibility;

  Problems(Settings settings, Clock clock) {
    fires = new Fires(settings.schedule(), clock);
    visibility = Duration.ofSeconds(settings.queue().visibilityTimeoutSeconds());
  }

  /** Returns what is wrong with each day that needs a person. */
  List<Problem> of(List<Span> spans, List<DayStatus> days) {
    Map<String, Gateway> gateways =
        spans.stream().map(Span::gateway).collect(Collectors.toMap(Gateway::name, g -> g));
    return days.stream()
        .flatMap(
            day -> Stream.ofNullable(of(Objects.requireNonNull(gateways.get(day.gateway())), day)))
        .toList();
  }

  /** Returns the first thing that is wrong with the day, worst first, or null. */
  @Nullable Problem of(Gateway gateway, DayStatus day) {
    Problem known = ofData(gateway, day);
    return known == null ? ofWork(day) : known;
  }

  private @Nullable Problem ofData(Gateway gateway, DayStatus day) {
    return switch (day.state()) {
      case DayStatus.MISSING ->
          fires.passedSince(DueDays.since(gateway, day.date()))
              ? problem(day, DayStatus.MISSING, day.gatewayKnown() ? NEVER_ASKED : NO_DAY)
              : null;
      case "failed", "incomplete" -> problem(day, day.state(), whyStill(day));
      case DayStatus.MISMATCH ->
          day.isAccepted() ? null : problem(day, DayStatus.MISMATCH, whyStill(day));
      default -> null;
    };
  }

  /** What is tried again stays a problem until it went well, so that it does not flicker. */
  private static String whyStill(DayStatus day) {
    return day.why() + (day.work().isUnderWay() ? "; it is being tried again" : "");
  }

  private @Nullable Problem ofWork(DayStatus day) {
    Work work = day.work();
    if (work.leaseRanOut() && work.age(work.leaseUntil()).compareTo(visibility) > 0) {
      return problem(
          day,
          day.state() + ", lease ran out",
          "run %d of %s has not told since %s that it lives, and no other worker took the day"
              .formatted(work.runId(), work.instance(), work.leaseUntil()));
    }
    if (work.inWork()) {
      return isLong(work.age(work.activeSince()))
          ? problem(
              day,
              day.state() + ", in work for long",
              "run %d of %s began %s ago"
                  .formatted(
                      work.runId(), work.instance(), Ages.words(work.age(work.activeSince()))))
          : null;
    }
    return ofWaiting(day, work);
  }

  private @Nullable Problem ofWaiting(DayStatus day, Work work) {
    if (work.askedAt() != null) {
      Duration age = work.age(work.askedAt());
      return isLong(age) ? waits(day, "its message is on the queue for " + Ages.words(age)) : null;
    }
    if (work.wantedAt() != null) {
      Duration age = work.age(work.wantedAt());
      return work.wantedDaily() && isLong(age)
          ? waits(day, "it waits to be put on the queue for " + Ages.words(age))
          : null;
    }
    if (day.lastRun() != null && day.lastRun().outcome().equals(LastRun.FAILED)) {
      return problem(day, day.state() + ", last run failed", day.why());
    }
    if (day.state().equals("requested") && isLong(work.age(work.requestedAt()))) {
      return waits(day, "requested %s ago".formatted(Ages.words(work.age(work.requestedAt()))));
    }
    return work.nextCheckAt() != null && fires.passedSince(work.nextCheckAt())
        ? problem(
            day,
            day.state() + ", recheck overdue",
            "to be downloaded again since %s, and not asked for".formatted(work.nextCheckAt()))
        : null;
  }

  private static Problem waits(DayStatus day, String why) {
    return problem(day, day.state() + ", waits for long", why + ", and no run has ended since");
  }

  private static Problem problem(DayStatus day, String what, String why) {
    return Problem.of(
        day, what, why, Objects.requireNonNullElse(NextCommand.of(day), NextCommand.again(day)));
  }

  private static boolean isLong(Duration age) {
    return age.compareTo(LONG) > 0;
  }
}
