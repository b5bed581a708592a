package io.daybook.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much is killed.
 *
 * @param pageMillis how long a gateway takes for a page of 100 transactions
 * @param pauseMillis the longest pause before the next kill
 * @param twiceEvery every so many-th day is asked for twice from the beginning; 0 for none
 */
public record KillPlan(
    int instances,
    int stripes,
    int moyasars,
    int days,
    int perDay,
    int pageMillis,
    int visibilitySeconds,
    int kills,
    int killsInTheMiddle,
    int pauseMillis,
    int databaseRestarts,
    int queueOutages,
    int twiceEvery,
    long seed) {

  public static final KillPlan LONG =
      new KillPlan(
          3, 8, 4, 20, 834, 1_000, 6, 104, 80, 6_000, 5, 3, 4, System.nanoTime() % 1_000_000);

  /** A few seconds, on the servers that tests share. */
  public static final KillPlan SHORT =
      new KillPlan(2, 1, 1, 1, 400, 250, 5, 1, 1, 1, 0, 0, 1, System.nanoTime() % 1_000_000);

  Site site(String name, Accounts accounts) {
    return databaseRestarts == 0
        ? Site.shared(name, accounts, visibilitySeconds)
        : Site.alone(name, accounts, visibilitySeconds);
  }

  List<LocalDate> twice(List<LocalDate> days) {
    return twiceEvery == 0
        ? List.of()
        : IntStream.range(0, days.size())
            .filter(i -> i % twiceEvery == 0)
            .mapToObj(days::get)
            .toList();
  }

  /** Spread over the kills. */
  boolean databaseRestartAt(int kill) {
    return databaseRestarts > 0
        && kill % (kills / databaseRestarts) == kills / databaseRestarts / 2;
  }

  boolean queueOutageAt(int kill) {
    return queueOutages > 0 && kill % (kills / queueOutages) == kills / queueOutages / 3;
  }
}
