package io.daybook.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says of one page.
 *
 * @param fields in the order in which they are written; a null value is written as null
 */
record ManifestPage(Map<String, @Nullable Object> fields) {

  static ManifestPage of(PageRecord page) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("page", (long) page.number());
    fields.put("file", page.name());
    Measure file = page.file();
    fields.put("fileBytes", file == null ? null : file.bytes());
    fields.put("fileSha256", file == null ? null : Sha256.text(file.sha256()));
    fields.put("bytes", page.content().bytes());
    fields.put("sha256", Sha256.text(page.content().sha256()));
    fields.put("request", page.request());
    fields.put("status", page.status() == null ? null : page.status().longValue());
    fields.put("contentType", page.contentType());
    fields.put("askedAt", page.askedAt().toString());
    fields.put("answeredAt", page.answeredAt() == null ? null : page.answeredAt().toString());
    return new ManifestPage(fields);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
      json.writeFieldName(field.getKey());
      json.writeObject(field.getValue());
    }
    json.writeEndObject();
  }

  /** Reads the object at whose first brace the parser stands. */
  static ManifestPage read(JsonParser json) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      fields.put(
          name,
          value == JsonToken.VALUE_NULL
              ? null
              : value.isNumeric() ? (Object) json.getLongValue() : json.getText());
    }
    return new ManifestPage(fields);
  }

  /** Returns the name of the first field that another says otherwise, or null if none does. */
  @Nullable String differenceTo(ManifestPage other) {
    return fields.keySet().stream()
        .filter(name -> !java.util.Objects.equals(fields.get(name), other.fields.get(name)))
        .findFirst()
        .orElse(fields.size() == other.fields.size() ? null : "the number of fields");
  }
}
