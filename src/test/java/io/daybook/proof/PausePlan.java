package io.daybook.proof;

/**
 * How often a process is paused.
 *
 * @param perDay transactions of a day: pages of 100, and an empty one
 * @param rounds each with a day that waits in the middle, and a day that waits for its judgement
 */
public record PausePlan(int perDay, int visibilitySeconds, int rounds, boolean judgement) {
  public static final PausePlan LONG = new PausePlan(600, 10, 6, true);

  /** A few seconds, on the servers that tests share. */
  public static final PausePlan SHORT = new PausePlan(300, 5, 1, false);

  int pages() {
    return perDay / 100 + 1;
  }
}
