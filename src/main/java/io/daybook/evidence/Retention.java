package io.daybook.evidence;

import io.daybook.archive.PageStore;
import io.daybook.database.Statements;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the archive of runs that are older than it is to be kept. What a valid seal younger than
 * that may rest on stays.
 */
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int RUNS_AT_ONCE = 10_000;

  private final PageStore store;
  private final Statements statements;
  private final @Nullable Integer keepDays;

  public Retention(PageStore store, Statements statements, @Nullable Integer keepDays) {
    this.store = store;
    this.statements = statements;
    this.keepDays = keepDays;
  }

  /** Returns the runs whose time is over, oldest first; none if the archive is kept for ever. */
  public List<ArchivedRun> expired() {
    return keepDays == null
        ? List.of()
        : statements.query(
            "find-expired-runs",
            Map.of("keepDays", keepDays, "atOnce", RUNS_AT_ONCE),
            ArchivedRun::of);
  }

  /** Removes all files of a run; returns what {@code note-gone.sql} writes of it. */
  public Map<String, Object> remove(ArchivedRun run) throws IOException {
    store.remove(run.folder());
    LOG.info("{} {}: the archive of run {} was removed", run.gateway(), run.date(), run.id());
    return Map.of("runId", run.id());
  }
}
