package io.daybook.sandbox;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** One page and what stands around it: {@code payments} and {@code meta}. */
record MoyasarPage(List<Entry> payments, int page, int pages, int count) {
  String json() {
    return Json.compact(
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("payments");
          for (Entry payment : payments) {
            MoyasarRecords.write(payment, json);
          }
          json.writeEndArray();
          writeMeta(json);
          json.writeEndObject();
        });
  }

  private void writeMeta(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("meta");
    json.writeNumberField("current_page", page);
    writeOrNull(json, "next_page", page + 1, page < pages);
    writeOrNull(json, "prev_page", page - 1, page > 1);
    json.writeNumberField("total_pages", pages);
    json.writeNumberField("total_count", count);
    json.writeEndObject();
  }

  private static void writeOrNull(JsonGenerator json, String name, int value, boolean is)
      throws IOException {
    json.writeFieldName(name);
    if (is) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }
}
