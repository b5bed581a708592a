package io.daybook.evidence;

import io.daybook.archive.PageRecord;
import io.daybook.archive.PageRecords;
import io.daybook.database.Statements;
import io.daybook.gateway.PageSummary;
import io.daybook.message.DayRequest;
import io.daybook.page.ArchivedPage;
import io.daybook.page.PageSequence;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** How far the rebuild of a day has come: its runs one after the other, so that versions return. */
public final class Rebuild implements PageSequence {
  private final DayRequest request;
  private final Statements statements;
  private final ArchivedDay day;
  private final Queue<Part> parts;
  private @Nullable Part current;
  private long pages;

  Rebuild(DayRequest request, Statements statements, ArchivedDay day) {
    this.request = request;
    this.statements = statements;
    this.day = day;
    this.parts = new ArrayDeque<>(day.parts());
  }

  /**
   * A run whose pages are read again.
   *
   * @param damaged the numbers of pages that are left out
   */
  record Part(ArchivedRun run, Set<Integer> damaged) {

    /** Of a run that broke off, the page at which it did is not known to be whole. */
    boolean replays(PageRecord page) {
      return !page.isSummary()
          && !damaged.contains(page.number())
          && (run.complete() || page.number() < run.pages());
    }
  }

  public boolean isUnfinished() {
    return !parts.isEmpty();
  }

  /** Goes on to the next run, and returns what is asked for with it. */
  public DayRequest next() {
    Part part = parts.remove();
    current = part;
    pages = 0;
    return request.rebuilding(part.run().id());
  }

  /** The pages of the current run in their order, as they were observed then. */
  public Iterator<ArchivedPage> pages() {
    Part part = Objects.requireNonNull(current);
    PageRecords records = new PageRecords(statements, part.run().id());
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(records, 0), false)
        .filter(part::replays)
        .map(ArchivedPage::of)
        .iterator();
  }

  @Override
  public void stored(PageSummary read) {
    pages++;
  }

  /** How many pages of the current run are stored. */
  long stored() {
    return pages;
  }

  /** Whether the current run is the last one that read the day to its end. */
  boolean saysWhatIsThere() {
    return Objects.requireNonNull(current).run().id() == day.completeRunId();
  }

  /** Which pages are left out, in words; null if none is. */
  @Nullable String damage() {
    return day.damage().isEmpty() ? null : String.join("; ", day.damage());
  }
}
