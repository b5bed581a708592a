package io.daybook.message;

import java.util.List;

/**
 * What a message asks for.
 *
 * @param days the days, in the order in which they are worked; at least one
 * @param single whether the message stands for its only day itself, and is worked on as it is
 * @param group added to the gateway's name as the message group of each day; empty for daily work
 */
public record Asked(List<DayRequest> days, boolean single, String group) {

  public Asked {
    days = List.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a message must ask for at least one day");
    }
  }

  /** Whether what is kept already is to be stored, and no gateway is asked. */
  public boolean kept() {
    return rejected() || first().rebuild() != null;
  }

  /** Whether a rejected transaction of its day is asked for, and not the day. */
  public boolean rejected() {
    return first().rejectedId() != null;
  }

  /** The only day of a single request; the first of several. */
  public DayRequest first() {
    return days.get(0);
  }
}
