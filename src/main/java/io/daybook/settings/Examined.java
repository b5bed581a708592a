package io.daybook.settings;

import java.util.List;

/**
 * The configuration with all its faults; fallbacks stand in for what was refused, so that checks
 * can go on.
 */
public record Examined(Settings settings, List<String> faults) {

  public Examined {
    faults = List.copyOf(faults);
  }

  /** Throws SettingsException with all faults if there is one. */
  public Settings orThrow() {
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return settings;
  }
}
