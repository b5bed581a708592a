package io.daybook.store;

import java.util.Map;

/** What became of the transactions of a batch that are not written. */
final class BatchCounts {
  /** How many ids the run had not met before; records without an id count each. */
  int distinct;

  int unchanged;
  int rejected;
  int repeated;
  int elsewhere;
  int outside;

  void countStored(boolean metBefore, boolean ofThisDay) {
    if (metBefore) {
      repeated++;
    } else if (ofThisDay) {
      unchanged++;
    } else {
      elsewhere++;
    }
  }

  int settled() {
    return unchanged + rejected + repeated + elsewhere + outside;
  }

  void putInto(Map<String, Object> parameters) {
    parameters.put("distinct", distinct);
    parameters.put("settled", settled());
    parameters.put("unchanged", unchanged);
    parameters.put("rejected", rejected);
    parameters.put("repeated", repeated);
    parameters.put("elsewhere", elsewhere);
    parameters.put("outside", outside);
    parameters.put("skipped", 0);
  }
}
