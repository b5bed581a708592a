package io.daybook.store;

import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what stands twice in a batch, or was met before in its run. */
final class Repeats {
  private final SeenIds seen;
  private final Set<String> metBefore = new HashSet<>();

  Repeats(SeenIds seen) {
    this.seen = seen;
  }

  /** Returns the first round, with each id once: the later of those that stand twice. */
  Round collapse(List<RawTransaction> records, JsonTransactions mapping, BatchCounts counts) {
    Map<String, RawTransaction> byId = new LinkedHashMap<>();
    List<RawTransaction> withoutId = new ArrayList<>();
    for (RawTransaction record : records) {
      String id = mapping.idOf(record);
      if (id == null) {
        withoutId.add(record);
        counts.distinct++;
      } else {
        count(id, byId.put(id, record) != null, counts);
      }
    }
    return Round.first(byId, withoutId);
  }

  private void count(String id, boolean twice, BatchCounts counts) {
    if (twice) {
      counts.repeated++;
    } else if (seen.add(id)) {
      counts.distinct++;
    } else {
      metBefore.add(id);
    }
  }

  boolean metBefore(String id) {
    return metBefore.contains(id);
  }
}
