package io.daybook.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.transaction.DeclaredTotal;
import io.daybook.transaction.DeclaredTotals;
import io.daybook.transaction.UnmappableException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what an answer declares; one that is not clear is no answer. */
final class Declarations {

  private Declarations() {}

  static long count(String path, @Nullable JsonNode count) {
    if (count == null
        || !count.isIntegralNumber()
        || !count.canConvertToLong()
        || count.longValue() < 0) {
      throw new GatewayAnswerException(
          "\"%s\" is %s, not the number of transactions".formatted(path, count));
    }
    return count.longValue();
  }

  static List<DeclaredTotal> totals(DeclaredTotals totals, @Nullable JsonNode node) {
    try {
      return totals.read(node);
    } catch (UnmappableException unclear) {
      throw new GatewayAnswerException(
          "its totals cannot be read: " + unclear.getMessage(), unclear);
    }
  }
}
