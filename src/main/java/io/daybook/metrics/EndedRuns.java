package io.daybook.metrics;

import io.daybook.database.Statements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds each run once, when it is over. A number that was drawn but not committed at one look is
 * looked for once more at the next.
 */
final class EndedRuns {
  /** More numbers than any 30 seconds draw. */
  private static final int GAPS_MAX = 10_000;

  private final Statements statements;
  private final Set<Long> atWork = new HashSet<>();
  private final Set<Long> gaps = new HashSet<>();
  private @Nullable Long newest;

  EndedRuns(Statements statements) {
    this.statements = statements;
  }

  /** Returns the runs that ended since the last look; at the first look none. */
  List<EndedRun> next() {
    if (newest == null) {
      newest = begin();
      return List.of();
    }
    List<EndedRun> ended = new ArrayList<>();
    Set<Long> running = new HashSet<>();
    Set<Long> seen = new HashSet<>();
    var unused =
        statements.query(
            "find-ended-runs",
            Map.of("newest", newest, "atWork", lookedFor()),
            (row, number) ->
                seen.add(row.getLong("run_id"))
                    && (row.getString("outcome") == null
                        ? running.add(row.getLong("run_id"))
                        : ended.add(EndedRun.of(row))));
    goOn(newest, running, seen);
    return ended;
  }

  private long begin() {
    return statements
        .query(
            "find-newest-run",
            Map.of(),
            (row, number) -> {
              atWork.addAll(List.of((Long[]) row.getArray("at_work").getArray()));
              return row.getLong("newest");
            })
        .get(0);
  }

  private Long[] lookedFor() {
    Set<Long> ids = new HashSet<>(atWork);
    ids.addAll(gaps);
    return ids.toArray(Long[]::new);
  }

  private void goOn(long before, Set<Long> running, Set<Long> seen) {
    long last = seen.stream().mapToLong(Long::longValue).max().orElse(before);
    newest = Math.max(before, last);
    atWork.clear();
    atWork.addAll(running);
    gaps.clear();
    for (long id = Math.max(before + 1, newest - GAPS_MAX); id < newest; id++) {
      if (!seen.contains(id)) {
        gaps.add(id);
      }
    }
  }
}
