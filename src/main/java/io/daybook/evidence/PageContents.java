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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads the transactions of an archived page as a stream, some at a time. */
final class PageContents {
  private static final int AT_ONCE = 1_000;
  private static final Secrets NONE = new Secrets(List.of());

  private final PageStore store;
  private final String recordsPath;

  PageContents(PageStore store, String recordsPath) {
    this.store = store;
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
        JsonRecords records = new JsonRecords(in, recordsPath, NONE)) {
      List<RawTransaction> batch = batch(records);
      while (!batch.isEmpty()) {
        count += batch.size();
        batches.accept(batch);
        batch = batch(records);
      }
    }
    return count;
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
