package io.daybook.evidence;

import io.daybook.archive.PageFiles;
import io.daybook.archive.PageRecord;
import io.daybook.archive.PageRecords;
import io.daybook.archive.PageStore;
import io.daybook.database.Statements;
import io.daybook.gateway.GatewayAnswerException;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Rows of a day that its last complete run did not show: an earlier run must have, or one that
 * broke off. A row that no archived page shows did not come from the gateway.
 */
final class Strays {
  private final PageStore store;
  private final Statements statements;
  private final Rows rows;
  private final JsonTransactions mapping;
  private final Set<String> erasures;

  Strays(
      PageStore store,
      Statements statements,
      Rows rows,
      JsonTransactions mapping,
      Set<String> erasures) {
    this.store = store;
    this.statements = statements;
    this.rows = rows;
    this.mapping = mapping;
    this.erasures = erasures;
  }

  void find(ArchivedRun checked, List<ArchivedRun> runs, Findings findings, List<String> notes)
      throws IOException {
    boolean gone = false;
    for (int i = runs.size() - 1; i >= 0 && rows.unmet().count() > 0; i--) {
      ArchivedRun run = runs.get(i);
      gone |= run.goneAt() != null;
      if (run.id() != checked.id() && run.goneAt() == null) {
        meet(run);
      }
    }
    Rows.Unmet unmet = rows.unmet();
    if (unmet.count() > 0) {
      tell(unmet, gone, findings, notes);
    }
  }

  private static void tell(Rows.Unmet unmet, boolean gone, Findings findings, List<String> notes) {
    String which = "%d rows of the day, such as %s,".formatted(unmet.count(), unmet.some());
    if (gone) {
      notes.add(which + " stand in no page that retention has left");
    } else {
      findings.add(which + " stand in no archived page of its runs");
    }
  }

  /** A damaged page, or one that its run could not read, shows nothing. */
  private void meet(ArchivedRun run) throws IOException {
    PageFiles files = new PageFiles(store);
    PageContents contents = new PageContents(store, mapping.records(), erasures);
    PageRecords pages = new PageRecords(statements, run.id());
    while (pages.hasNext()) {
      PageRecord page = pages.next();
      if (!page.isSummary() && files.damage(page) == null) {
        meet(contents, page);
      }
    }
  }

  private void meet(PageContents contents, PageRecord page) throws IOException {
    try {
      contents.read(page, this::meet);
    } catch (GatewayAnswerException brokenOff) {
      return; // what stood before the break was met
    }
  }

  private void meet(List<RawTransaction> batch) {
    rows.meet(batch.stream().map(mapping::idOf).filter(Objects::nonNull).toList());
  }
}
