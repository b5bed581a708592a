package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.DayPlanner;
import io.daybook.settings.Settings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Downloads days and tells what a run would write of each, one after the other. */
final class PlannedDays {
  /** Each is downloaded while somebody waits. */
  private static final int DAYS_MAX = 31;

  private final Settings settings;
  private final Clock clock;
  private final int limit;

  PlannedDays(Settings settings, Clock clock, int limit) {
    this.settings = settings;
    this.clock = clock;
    this.limit = limit;
  }

  void print(List<Ask> days, PrintWriter out) {
    check(days);
    try (DayPlanner planner = new DayPlanner(settings, clock, limit)) {
      days.forEach(day -> view(planner, day).print(out));
    }
  }

  void printJson(List<Ask> days, PrintWriter out) {
    check(days);
    List<ObjectNode> objects = new ArrayList<>();
    try (DayPlanner planner = new DayPlanner(settings, clock, limit)) {
      days.forEach(day -> objects.add(view(planner, day).json()));
    }
    Json.print(out, objects);
  }

  private static PlanView view(DayPlanner planner, Ask day) {
    return new PlanView(day, planner.plan(day.gateway(), day.from()));
  }

  private static void check(List<Ask> days) {
    if (days.size() > DAYS_MAX) {
      throw new CommandException(
          "These are %d days; plan at most %d at once, as each is downloaded"
              .formatted(days.size(), DAYS_MAX));
    }
  }
}
