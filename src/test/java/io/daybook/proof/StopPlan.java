package io.daybook.proof;

/**
 * How often is stopped.
 *
 * @param visibilitySeconds far longer than a proof waits, so that a stranded day shows
 * @param databaseAway whether also while the database is stopped, and while it does not answer
 */
public record StopPlan(
    int instances,
    int stripes,
    int moyasars,
    int days,
    int perDay,
    int pageMillis,
    int visibilitySeconds,
    int stops,
    boolean databaseAway,
    long seed) {

  public static final StopPlan LONG =
      new StopPlan(3, 4, 2, 20, 600, 700, 60, 50, true, System.nanoTime() % 1_000_000);

  /** A few seconds, on the servers that tests share. */
  public static final StopPlan SHORT =
      new StopPlan(2, 1, 1, 1, 400, 250, 60, 1, false, System.nanoTime() % 1_000_000);

  Site site(String name, Accounts accounts) {
    return databaseAway
        ? Site.alone(name, accounts, visibilitySeconds)
        : Site.shared(name, accounts, visibilitySeconds);
  }
}
