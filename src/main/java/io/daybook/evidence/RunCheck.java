package io.daybook.evidence;

import io.daybook.archive.Names;
import io.daybook.archive.PageFiles;
import io.daybook.archive.PageRecord;
import io.daybook.archive.PageRecords;
import io.daybook.archive.PageStore;
import io.daybook.database.Statements;
import java.io.IOException;
import java.util.function.Consumer;

/** Whether the archive of a run is whole: each page's file, the manifest, nothing beside them. */
final class RunCheck {
  private final PageStore store;
  private final Statements statements;

  RunCheck(PageStore store, Statements statements) {
    this.store = store;
    this.statements = statements;
  }

  /**
   * Checks all files of a run.
   *
   * @param intact is told each page whose file is what it was
   * @param damaged is told each other page
   */
  void check(
      ArchivedRun run, Findings findings, Consumer<PageRecord> intact, Consumer<PageRecord> damaged)
      throws IOException {
    PageFiles files = new PageFiles(store);
    int first = 1;
    int last = 0;
    long count = 0;
    try (ManifestCheck manifest = new ManifestCheck(store, run, findings)) {
      PageRecords pages = new PageRecords(statements, run.id());
      while (pages.hasNext()) {
        PageRecord page = pages.next();
        first = Math.min(first, page.number());
        count++;
        checkGap(run, last + 1, page.number(), findings);
        manifest.compare(page);
        String damage = files.damage(page);
        if (damage == null) {
          intact.accept(page);
        } else {
          damaged.accept(page);
          findings.add("run %d page %d: %s".formatted(run.id(), page.number(), damage));
        }
        last = page.number();
      }
      manifest.end();
    }
    checkEnd(run, first, last, count, findings);
  }

  private static void checkGap(ArchivedRun run, int expected, int found, Findings findings) {
    for (int number = expected; number < found; number++) {
      findings.add("run %d page %d: is not in the table pages".formatted(run.id(), number));
    }
  }

  private void checkEnd(ArchivedRun run, int first, int last, long count, Findings findings)
      throws IOException {
    if (run.complete() && run.pages() != count) {
      findings.add("run %d counted %d pages, not %d".formatted(run.id(), run.pages(), count));
    }
    if (!run.complete()) {
      return; // one that was killed leaves what it had begun
    }
    store.list(
        run.folder(),
        name -> {
          if (!Names.belongs(run.folder(), name, first, last)) {
            findings.add("run %d: %s is surplus".formatted(run.id(), name));
          }
        });
  }
}
