package io.daybook.evidence;

import io.daybook.archive.ManifestReader;
import io.daybook.archive.PageRecord;
import io.daybook.archive.PageStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Compares the manifest of a run with the table, page by page. */
final class ManifestCheck implements Closeable {
  private final ArchivedRun run;
  private final Findings findings;
  private final @Nullable ManifestReader manifest;

  ManifestCheck(PageStore store, ArchivedRun run, Findings findings) throws IOException {
    this.run = run;
    this.findings = findings;
    this.manifest = open(store);
  }

  private @Nullable ManifestReader open(PageStore store) throws IOException {
    byte[] hash = run.manifestSha256();
    if (hash == null) {
      return null;
    }
    try {
      ManifestReader reader = ManifestReader.open(store, run.folder(), hash);
      if (reader == null) {
        add("is not what it was: its SHA-256 differs from that in runs");
      }
      return reader;
    } catch (NoSuchFileException missing) {
      add("is missing");
      return null;
    }
  }

  void compare(PageRecord page) throws IOException {
    String difference = manifest == null ? null : manifest.differenceTo(page);
    if (difference != null) {
      add("says of page %d: %s".formatted(page.number(), difference));
    }
  }

  void end() throws IOException {
    if (manifest != null && manifest.hasMore()) {
      add("has more pages than the table");
    }
  }

  private void add(String what) {
    findings.add("run %d manifest.json %s".formatted(run.id(), what));
  }

  @Override
  public void close() throws IOException {
    if (manifest != null) {
      manifest.close();
    }
  }
}
