package io.daybook.proof;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is told of a day's late transactions.
 *
 * @param rechecks how many downloads there were after the first
 * @param late how many were new to them
 * @param explained how many explain tells
 * @param named those that explain names
 * @param queried those that the documented query returns
 * @param seals how the day was sealed, oldest first, and whether that still holds
 */
record LateTold(
    int rechecks,
    int late,
    int explained,
    Set<String> named,
    Set<String> queried,
    List<String> seals) {
  private static final int NAMED_MAX = 5;

  /** What must be told if these came late, all of them by the first recheck. */
  static LateTold truth(LateAccount account, Set<String> late) {
    return new LateTold(
        PromptSchedule.RECHECK_DAYS.size(),
        late.size(),
        late.size(),
        late.stream().sorted().limit(NAMED_MAX).collect(Collectors.toSet()),
        late,
        seals(account, !late.isEmpty()));
  }

  /** A seal by the gateway's count ends with the first late transaction, and another follows. */
  private static List<String> seals(LateAccount account, boolean late) {
    if (!account.declares()) {
      return List.of("quiet-recheck holds");
    }
    return late
        ? List.of("declared-count ended", "declared-count holds")
        : List.of("declared-count holds");
  }

  @Override
  public String toString() {
    return "%d late by %d rechecks; explain tells %d and names %d, the query %d; %s"
        .formatted(
            late, rechecks, explained, named.size(), queried.size(), String.join(", ", seals));
  }
}
