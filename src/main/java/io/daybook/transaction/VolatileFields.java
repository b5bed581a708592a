package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/**
 * Fields of a record that say nothing about the transaction, such as when it was fetched: {@code
 * fetched_at meta.seen}. Another value in them alone is no change.
 */
public final class VolatileFields {
  static final VolatileFields NONE = new VolatileFields("");

  private final List<FieldPath> paths;

  VolatileFields(String spec) {
    paths =
        Arrays.stream(spec.strip().split("\\s+", -1))
            .filter(path -> !path.isEmpty())
            .map(FieldPath::new)
            .toList();
  }

  /** Returns the record less these fields; the record itself, if there are none. */
  public JsonNode removedFrom(JsonNode record) {
    if (paths.isEmpty() || !(record instanceof ObjectNode object)) {
      return record;
    }
    ObjectNode rest = object.deepCopy();
    paths.forEach(path -> path.removeFrom(rest));
    return rest;
  }

  /** Returns whether two records are equal as JSON values in all that counts of them. */
  public boolean isSame(JsonNode one, JsonNode other) {
    return Arrays.equals(ContentHash.of(removedFrom(one)), ContentHash.of(removedFrom(other)));
  }

  /** Returns the members in which a record differs from another, but for what does not count. */
  public List<FieldChange> changes(JsonNode before, JsonNode now) {
    return PayloadChanges.between(removedFrom(before), removedFrom(now));
  }

  /**
   * Refuses a field that a column is read from: its value would change, and no version would say
   * so.
   */
  void checkApartFrom(String column) {
    FieldPath read = new FieldPath(column);
    paths.stream()
        .filter(read::overlaps)
        .findFirst()
        .ifPresent(
            path -> {
              throw new IllegalArgumentException(
                  "\"%s\" is volatile, and a column is read from \"%s\": take it out of volatile"
                      .formatted(path, column));
            });
  }
}
