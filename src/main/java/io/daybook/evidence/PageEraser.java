package io.daybook.evidence;

import io.daybook.archive.Draft;
import io.daybook.archive.MeasuredOutput;
import io.daybook.archive.PageFiles;
import io.daybook.archive.PageRecord;
import io.daybook.archive.PageStore;
import io.daybook.database.Statements;
import io.daybook.gateway.GatewayAnswerException;
import io.daybook.page.FastGzip;
import io.daybook.page.RecordEraser;
import io.daybook.transaction.Erasure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Writes archived pages anew, with notes in place of what is erased. The hash of the new file
 * stands in the table before the file takes the old one's place: killed in between, the page is one
 * that still holds what was to be erased, and nothing else. What is damaged is never written anew.
 */
final class PageEraser {
  private final PageStore store;
  private final PageFiles files;
  private final Statements statements;
  private final Erasure erasure;
  private final boolean dryRun;
  private final List<String> problems = new ArrayList<>();
  private long pages;

  PageEraser(PageStore store, Statements statements, Erasure erasure, boolean dryRun) {
    this.store = store;
    this.files = new PageFiles(store);
    this.statements = statements;
    this.erasure = erasure;
    this.dryRun = dryRun;
  }

  void erase(ArchivedRun run, PageRecord page, RecordEraser records, Mentions mentions)
      throws IOException {
    String damage = files.damage(page);
    if (damage != null && (page.erasedFile() == null || !files.isAsArchived(page))) {
      problem(run, page, damage + ": put it back, and type this again");
      return;
    }
    try {
      if (copy(page, records, OutputStream.nullOutputStream()) > 0) {
        rewrite(run, page, records);
      }
    } catch (GatewayAnswerException unreadable) {
      eraseUnreadable(run, page, records, mentions, unreadable);
    }
  }

  /** Of a page that its run could not read either, only what stands before the break can stay. */
  private void eraseUnreadable(
      ArchivedRun run,
      PageRecord page,
      RecordEraser records,
      Mentions mentions,
      GatewayAnswerException unreadable)
      throws IOException {
    if (run.complete()) {
      problem(run, page, "it cannot be searched: " + unreadable.getMessage());
    } else {
      try (InputStream in = content(page)) {
        if (mentions.in(in)) {
          rewrite(run, page, records);
        }
      }
    }
  }

  private void rewrite(ArchivedRun run, PageRecord page, RecordEraser records) throws IOException {
    pages++;
    if (dryRun) {
      return;
    }
    try (Draft draft = store.begin(page.name())) {
      MeasuredOutput file = new MeasuredOutput(draft.out());
      try (OutputStream out = new FastGzip(file)) {
        copy(page, records, out);
      } catch (GatewayAnswerException breaksOff) {
        if (run.complete()) {
          throw breaksOff;
        }
      }
      note(run, page, file);
      draft.finish();
    }
  }

  private void note(ArchivedRun run, PageRecord page, MeasuredOutput file) {
    var measure = file.measure();
    statements.update(
        "note-erased-page",
        Map.of(
            "runId", run.id(),
            "page", page.number(),
            "at", Timestamp.from(erasure.at()),
            "bytes", measure.bytes(),
            "sha256", measure.sha256()));
  }

  private long copy(PageRecord page, RecordEraser records, OutputStream out) throws IOException {
    try (InputStream in = content(page)) {
      return records.copy(in, out);
    }
  }

  private InputStream content(PageRecord page) throws IOException {
    return new BufferedInputStream(new GZIPInputStream(store.open(page.name()), 1 << 16), 1 << 16);
  }

  private void problem(ArchivedRun run, PageRecord page, String what) {
    problems.add("run %d page %d: %s".formatted(run.id(), page.number(), what));
  }

  long pages() {
    return pages;
  }

  List<String> problems() {
    return problems;
  }
}
