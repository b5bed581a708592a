package io.daybook.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where raw pages are kept, and for how long.
 *
 * @param keepDays how many days after its run a page is removed, or null if never
 */
public record ArchiveSettings(Path directory, @Nullable Integer keepDays) {

  private static final Range KEEP_DAYS = new Range(1, 36_500);

  public ArchiveSettings {
    if (keepDays != null) {
      KEEP_DAYS.check("keepDays", keepDays);
    }
  }

  static ArchiveSettings read(Values values) {
    return new ArchiveSettings(
        values.read("daybook.archive.directory", Kind.DIRECTORY),
        values.read("daybook.archive.keep-days", Kind.integer(KEEP_DAYS).optional()).orElse(null));
  }
}
