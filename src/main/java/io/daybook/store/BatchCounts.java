package io.daybook.store;

import io.daybook.plan.Plan;
import io.daybook.plan.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of the transactions of a batch that are not written, until that is committed. */
final class BatchCounts {
  /** How many ids the run had not met before; records without an id count each. */
  int distinct;

  /** What of that could be mapped; per currency. */
  final Listed listed = new Listed();

  int repeated;
  int outside;
  private int unchanged;
  private int elsewhere;
  private final List<Rejection> rejections = new ArrayList<>();

  void reject(Rejection rejection) {
    rejections.add(rejection);
  }

  int rejected() {
    return rejections.size();
  }

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
    return unchanged + rejected() + repeated + elsewhere + outside;
  }

  void tell(Plan plan) {
    plan.count(What.UNCHANGED, unchanged);
    plan.count(What.REPEATED, repeated + elsewhere);
    plan.count(What.OUTSIDE, outside);
    rejections.forEach(rejection -> plan.reject(rejection.error()));
  }

  void putInto(Map<String, Object> parameters) {
    BatchRows.putRejected(parameters, rejections);
    parameters.put("distinct", distinct);
    parameters.put("settled", settled());
    parameters.put("unchanged", unchanged);
    parameters.put("rejected", rejected());
    parameters.put("repeated", repeated);
    parameters.put("elsewhere", elsewhere);
    parameters.put("outside", outside);
    parameters.put("skipped", 0);
  }
}
