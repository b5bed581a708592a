package io.daybook.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether raw pages can be kept where the settings say. */
final class ArchiveCheck {
  private ArchiveCheck() {}

  static List<Finding> findings(Path directory) {
    Path existing = existing(directory.toAbsolutePath());
    if (existing != null && Files.isDirectory(existing) && Files.isWritable(existing)) {
      return List.of(Finding.ok("archive: %s".formatted(directory.toAbsolutePath())));
    }
    return List.of(
        Finding.fault(
            "archive: %s is no directory that this user can write to; see daybook.archive.directory"
                .formatted(directory.toAbsolutePath())));
  }

  /** The directory itself, or the one that it would be created in. */
  private static @Nullable Path existing(Path directory) {
    Path existing = directory;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing;
  }
}
