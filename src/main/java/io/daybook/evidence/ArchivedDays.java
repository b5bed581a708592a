package io.daybook.evidence;

import io.daybook.archive.PageStore;
import io.daybook.database.Statements;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at the archive of a day as a rebuild will: all of its runs, and no row of the table. */
public final class ArchivedDays {
  private final PageStore store;
  private final Statements statements;

  public ArchivedDays(PageStore store, Statements statements) {
    this.store = store;
    this.statements = statements;
  }

  static List<ArchivedRun> runs(Statements statements, String gateway, LocalDate date) {
    return statements.query(
        "find-archived-runs", Map.of("gateway", gateway, "date", date.toString()), ArchivedRun::of);
  }

  /** Reads all files of the day that retention has left. */
  public ArchivedDay check(String gateway, LocalDate date) throws IOException {
    List<ArchivedRun> runs = runs(statements, gateway, date);
    ArchivedRun last = runs.stream().filter(ArchivedRun::complete).reduce((a, b) -> b).orElse(null);
    if (last == null) {
      return ArchivedDay.without("no run has read it to its end");
    }
    if (last.goneAt() != null) {
      return ArchivedDay.without(
          "retention removed the pages of run %d on %s".formatted(last.id(), last.goneAt()));
    }
    Findings findings = new Findings();
    List<Rebuild.Part> parts = new ArrayList<>();
    for (ArchivedRun run : runs) {
      if (run.goneAt() == null) {
        parts.add(part(run, findings));
      }
    }
    return new ArchivedDay(null, findings.words(), parts, last.id());
  }

  private Rebuild.Part part(ArchivedRun run, Findings findings) throws IOException {
    Set<Integer> damaged = new HashSet<>();
    new RunCheck(store, statements)
        .check(run, findings, intact -> {}, page -> damaged.add(page.number()));
    return new Rebuild.Part(run, damaged);
  }
}
