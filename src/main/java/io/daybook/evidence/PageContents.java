package io.daybook.evidence;

import io.daybook.archive.PageRecord;
import io.daybook.archive.PageStore;
import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.Secrets;
import io.daybook.page.JsonRecords;
import io.daybook.transaction.RawTransaction;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads the transactions of an archived page as a stream, some at a time. */
final class PageContents {
  private static final int AT_ONCE = 1_000;
  private static final Secrets NONE = new Secrets(List.of());

  private final PageStore store;
  private final String recordsPath;
  private final Set<String> erasures;

  /**
   * Takes where pages are, and how they are read.
   *
   * @param erasures by which transactions may have been erased
   */
  PageContents(PageStore store, String recordsPath, Set<String> erasures) {
    this.store = store;
    this.erasures = erasures;
    this.recordsPath = recordsPath;
  }

  /**
   * Returns how many the page holds.
   *
   * @throws GatewayAnswerException if it is not what its provider's file expects
   */
  long read(PageRecord page, Consumer<List<RawTransaction>> batches) throws IOException {
    long count = 0;
    try (InputStream file = store.open(page.name());
        InputStream in = new BufferedInputStream(new GZIPInputStream(file, 1 << 16), 1 << 16);
        JsonRecords records = records(page, in)) {
      List<RawTransaction> batch = batch(records);
      while (!batch.isEmpty()) {
        count += batch.size();
        batches.accept(batch);
        batch = batch(records);
      }
    }
    return count;
  }

  private JsonRecords records(PageRecord page, InputStream in) throws IOException {
    Set<String> known = page.erasedAt() == null ? Set.of() : erasures;
    return new JsonRecords(in, recordsPath, NONE, known, OutputStream.nullOutputStream());
  }

  private static List<RawTransaction> batch(JsonRecords records) throws IOException {
    List<RawTransaction> batch = new ArrayList<>(AT_ONCE);
    while (batch.size() < AT_ONCE) {
      RawTransaction next = records.next();
      if (next == null) {
        return batch;
      }
      batch.add(next);
    }
    return batch;
  }
}
