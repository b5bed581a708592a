package io.daybook.page;

import io.daybook.gateway.PageSummary;
import io.daybook.gateway.Secrets;
import io.daybook.transaction.RawTransaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page read to its end, as the application reads it from the archive. */
public record PageText(List<RawTransaction> records, PageSummary summary) {

  public static PageText read(byte[] page, String recordsPath) throws IOException {
    return read(new ByteArrayInputStream(page), recordsPath);
  }

  static PageText read(InputStream page, String recordsPath) throws IOException {
    List<RawTransaction> found = new ArrayList<>();
    try (JsonRecords records = new JsonRecords(page, recordsPath, new Secrets(List.of()))) {
      @Nullable RawTransaction next = records.next();
      while (next != null) {
        found.add(next);
        next = records.next();
      }
      return new PageText(found, records.summary());
    }
  }
}
