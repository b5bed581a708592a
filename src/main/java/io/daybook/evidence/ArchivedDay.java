package io.daybook.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a day can be rebuilt, and from what.
 *
 * @param obstacle why it cannot be rebuilt at all; null if it can
 * @param damage what is wrong with its archive
 * @param parts the runs to read again, oldest first
 * @param completeRunId the last of them that read the day to its end; 0 if there is none
 */
public record ArchivedDay(
    @Nullable String obstacle, List<String> damage, List<Rebuild.Part> parts, long completeRunId) {

  public ArchivedDay {
    damage = List.copyOf(damage);
    parts = List.copyOf(parts);
  }

  static ArchivedDay without(String obstacle) {
    return new ArchivedDay(obstacle, List.of(), List.of(), 0);
  }
}
