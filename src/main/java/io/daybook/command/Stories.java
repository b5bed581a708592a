package io.daybook.command;

import io.daybook.database.Statements;
import io.daybook.gateway.Gateway;
import io.daybook.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the tables say of one day. */
final class Stories {
  private static final int RUNS_MAX = 10;
  private static final int EXAMPLES_MAX = 5;

  private final Clock clock;
  private final Statements statements;
  private final Problems problems;

  Stories(Settings settings, Clock clock, Statements statements) {
    this.clock = clock;
    this.statements = statements;
    problems = new Problems(settings, clock);
  }

  Story of(Gateway gateway, LocalDate date) {
    List<Span> one = List.of(Span.of(gateway, date, date, clock));
    @Nullable DayStatus day =
        new DayStatuses(statements).find(one).stream().findFirst().orElse(null);
    Map<String, Object> parameters =
        Map.of(
            "gateway",
            gateway.name(),
            "date",
            date.toString(),
            "runsMax",
            RUNS_MAX,
            "examplesMax",
            EXAMPLES_MAX);
    Facts facts =
        statements
            .query("explain-day", parameters, (row, number) -> Facts.of(row.getString("story")))
            .get(0);
    @Nullable Problem problem = day == null ? null : problems.of(gateway, day);
    return new Story(gateway, date, clock.instant(), day, problem, facts);
  }
}
