package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /** Takes the field out of a record; it need not be there. */
  void removeFrom(ObjectNode record) {
    JsonNode parent = record;
    for (int i = 0; i < names.length - 1 && parent != null; i++) {
      parent = parent.get(names[i]);
    }
    if (parent instanceof ObjectNode object) {
      object.remove(names[names.length - 1]);
    }
  }

  /** Returns whether one is the other, or stands within it. */
  boolean overlaps(FieldPath other) {
    int shorter = Math.min(names.length, other.names.length);
    return Arrays.equals(names, 0, shorter, other.names, 0, shorter);
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
