package io.daybook.command;

import io.daybook.archive.PageStore;
import io.daybook.archive.PageStores;
import io.daybook.settings.ArchiveSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether raw pages can be kept where the settings say. */
final class ArchiveCheck {
  private ArchiveCheck() {}

  static List<Finding> findings(ArchiveSettings settings) {
    List<Finding> findings = new ArrayList<>(directory(settings.directory()));
    if (!settings.bucket().isEmpty()) {
      findings.add(bucket(settings));
    }
    return findings;
  }

  private static Finding bucket(ArchiveSettings settings) {
    try (PageStore store = PageStores.open(settings)) {
      store.list("none/of/this/name", name -> {});
      return Finding.ok("archive: %s".formatted(store.place()));
    } catch (IOException unreachable) {
      return Finding.fault(
          "archive: s3://%s cannot be listed: %s"
              .formatted(settings.bucket(), unreachable.getMessage()));
    }
  }

  private static List<Finding> directory(Path directory) {
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
