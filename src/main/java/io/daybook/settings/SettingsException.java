package io.daybook.settings;

import java.util.List;

/** All faults of the configuration, one per line of the message; secrets are masked. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  SettingsException(List<String> faults) {
    super("The configuration is not valid:\n" + String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
