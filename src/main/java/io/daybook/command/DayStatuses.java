package io.daybook.command;

import io.daybook.database.Statements;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads days, those that are due but have no row as missing; each method is one statement. */
final class DayStatuses {
  private final Statements statements;

  DayStatuses(Statements statements) {
    this.statements = statements;
  }

  /** Returns the days by gateway in the order of the spans, oldest first. */
  List<DayStatus> find(List<Span> spans) {
    return find(spans, true, Instant.EPOCH);
  }

  /** Returns only days that may need a person: what is stored and at rest is left out. */
  List<DayStatus> findDoubtful(List<Span> spans, Clock clock) {
    return find(spans, false, clock.instant());
  }

  private List<DayStatus> find(List<Span> spans, boolean wellToo, Instant now) {
    Map<String, Object> parameters = new HashMap<>(Span.parameters(spans));
    parameters.put("wellToo", wellToo);
    parameters.put("now", now.toString());
    return statements.query("show-days", parameters, DayStatus::of);
  }

  /** The same days, each as a mark; in no order within a gateway. */
  List<Mark> marks(List<Span> spans) {
    return statements.query("show-calendar", Span.parameters(spans), Mark::list).stream()
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Returns open dead letters that no day shows, as problems.
   *
   * @param all whether the spans are of all enabled gateways, so that those of others belong to it
   */
  List<Problem> lettersWithoutDay(List<Span> spans, boolean all) {
    Map<String, Object> parameters = Map.of("gateways", Span.names(spans), "all", all);
    return statements.query("find-letters-without-day", parameters, Problem::ofLetter);
  }
}
