package io.daybook.command;

import io.daybook.deadletter.DeadLetterDesk;
import io.daybook.settings.Examined;
import io.daybook.settings.Need;
import io.daybook.settings.Settings;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * What a command finds around it.
 *
 * @param settings the configuration, of which a command names the parts that it needs
 * @param clock decides which days are over
 * @param quiet called by every command but run, so that its output stays clean
 */
public record Surroundings(Function<Set<Need>, Examined> settings, Clock clock, Runnable quiet) {

  public static Surroundings real() {
    return new Surroundings(Settings::examine, Clock.systemUTC(), LogLevels::warningsOnly);
  }

  /** Throws SettingsException with all faults. */
  Settings settings(Set<Need> needs) {
    return settings.apply(needs).orThrow();
  }

  /** To be closed by the caller. Throws SettingsException with all faults. */
  DeadLetterDesk deadLetters() {
    return new DeadLetterDesk(settings(EnumSet.of(Need.DATABASE, Need.QUEUES)));
  }
}
