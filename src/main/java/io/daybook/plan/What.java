package io.daybook.plan;

import java.util.Locale;

/** What a run would do with a transaction, or why nothing; in the order in which it is told. */
public enum What {
  NEW,
  CHANGED,
  UNCHANGED,
  VANISHED,
  REJECTED,
  /** Not of the day that was asked for. */
  OUTSIDE,
  /** Listed twice, or stored under another day. */
  REPEATED,
  /** By a rule of the provider's file. */
  SKIPPED;

  /** Whether those of this kind are told one by one, and not only counted. */
  public boolean isTold() {
    return this == NEW || this == CHANGED || this == VANISHED || this == REJECTED;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
