package io.daybook.archive;

import io.daybook.database.Statements;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;

/** The pages of a run in their order, some hundred in memory at a time. */
public final class PageRecords implements Iterator<PageRecord> {
  private static final int AT_ONCE = 500;

  private final Statements statements;
  private final long runId;
  private final Queue<PageRecord> read = new ArrayDeque<>();

  /** Below the number of a page that holds a day's totals, which is 0. */
  private int last = -1;

  private boolean ended;

  public PageRecords(Statements statements, long runId) {
    this.statements = statements;
    this.runId = runId;
  }

  @Override
  public boolean hasNext() {
    if (read.isEmpty() && !ended) {
      List<PageRecord> more =
          statements.query(
              "find-pages",
              Map.of("runId", runId, "after", last, "atOnce", AT_ONCE),
              PageRecord::of);
      read.addAll(more);
      ended = more.size() < AT_ONCE;
    }
    return !read.isEmpty();
  }

  @Override
  public PageRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    PageRecord page = read.remove();
    last = page.number();
    return page;
  }
}
