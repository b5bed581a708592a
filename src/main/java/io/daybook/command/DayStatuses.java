package io.daybook.command;

import io.daybook.database.Statements;
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
    return statements.query("show-days", Span.parameters(spans), DayStatus::of);
  }

  /** The same days, each as a mark. */
  List<Mark> marks(List<Span> spans) {
    return statements.query("show-calendar", Span.parameters(spans), Mark::of);
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
