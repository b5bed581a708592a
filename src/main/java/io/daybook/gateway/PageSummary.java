package io.daybook.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page said beside its transactions, once it was read to its end.
 *
 * @param envelope the values around the transactions, by dotted path
 * @param transactions how many there were
 * @param last the last of them, or null if there was none
 */
public record PageSummary(
    Map<String, JsonNode> envelope, long transactions, @Nullable JsonNode last) {

  /** Returns the envelope's value at a dotted path, or null if the answer has none there. */
  public @Nullable JsonNode find(String path) {
    JsonNode whole = envelope.get(path);
    int dot = path.lastIndexOf('.');
    if (whole != null || dot < 0) {
      return whole;
    }
    JsonNode parent = find(path.substring(0, dot));
    return parent == null ? null : parent.get(path.substring(dot + 1));
  }
}
