package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dotted path into a record. A JSON null counts as absent. */
final class FieldPath implements Reading {
  private final String path;
  private final String[] names;

  FieldPath(String path) {
    this.path = path.strip();
    // As the parser's own names are: equal names are then the same object, and found at once.
    this.names =
        Arrays.stream(this.path.split("\\.", -1)).map(String::intern).toArray(String[]::new);
    if (this.path.isEmpty()) {
      throw new IllegalArgumentException("a field's path must not be empty");
    }
  }

  @Nullable JsonNode find(JsonNode record) {
    JsonNode value = record;
    for (String name : names) {
      value = value == null ? null : value.get(name);
    }
    return value == null || value.isNull() ? null : value;
  }

  JsonNode require(JsonNode record) throws UnmappableException {
    JsonNode value = find(record);
    if (value == null) {
      throw UnmappableException.missing(path);
    }
    return value;
  }

  @Override
  public List<String> paths() {
    return List.of(path);
  }

  @Override
  public String toString() {
    return path;
  }
}
