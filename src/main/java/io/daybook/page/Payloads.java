package io.daybook.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.transaction.StoredRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads what was a record of a page, from the row that it became. */
public final class Payloads {
  private Payloads() {}

  public static JsonNode record(StoredRow row) {
    try {
      return PageJson.parse(row.payload().getBytes(StandardCharsets.UTF_8));
    } catch (IOException noJson) {
      throw new UncheckedIOException(noJson);
    }
  }
}
