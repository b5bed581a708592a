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
            "last run");
    for (DayStatus day : days) {
      table.add(
          day.gateway(),
          day.date(),
          day.stateAndProof(),
          day.transactions(),
          day.amountsJoined(),
          day.rejected(),
          day.inWork() ? "yes" : "no",
          day.lastRun() == null ? "-" : day.lastRun());
    }
    return table;
  }

  static Table problems(List<DayStatus> days) {
    Table table = new Table("gateway", "date", "problem", "cause", "next");
    for (DayStatus day : days) {
      table.add(day.gateway(), day.date(), day.problem(), day.why(), day.next());
    }
    return table;
  }
}
