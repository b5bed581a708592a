package io.daybook.command;

import java.util.List;

/** What status prints for a person. */
final class DayTables {
  private DayTables() {}

  static Table all(List<DayStatus> days) {
    Table table =
        new Table(
            "gateway",
            "date",
            "state",
            ">transactions",
            ">amounts",
            ">rejected",
            "in work",
            "last run",
            "note");
    for (DayStatus day : days) {
      table.add(
          day.gateway(),
          day.date(),
          day.standing(),
          day.transactions(),
          day.amountsJoined(),
          day.rejected(),
          day.work().inWork() ? "yes" : "no",
          day.lastRun() == null ? "-" : day.lastRun(),
          day.note());
    }
    return table;
  }

  static Table problems(List<Problem> problems) {
    Table table = new Table("gateway", "date", "problem", "cause", "next");
    for (Problem problem : Problem.folded(problems)) {
      table.add(
          problem.gateway() == null ? "-" : problem.gateway(),
          problem.dates(),
          problem.what(),
          problem.why(),
          problem.next());
    }
    return table;
  }
}
