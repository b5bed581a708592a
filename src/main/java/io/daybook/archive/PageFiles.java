package io.daybook.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Whether the files of pages are still what they were. */
public final class PageFiles {
  private final PageStore store;

  public PageFiles(PageStore store) {
    this.store = store;
  }

  /**
   * Reads a file to its end; returns what is wrong with it, or null if nothing is.
   *
   * @throws IOException if the archive cannot be read
   */
  public @Nullable String damage(PageRecord page) throws IOException {
    try {
      String file = fileDamage(page);
      return file == null ? contentDamage(page) : file;
    } catch (NoSuchFileException missing) {
      return page.name() + " is missing";
    }
  }

  /**
   * Returns whether the file is as it was archived, as a page that was then erased may still be.
   */
  public boolean isAsArchived(PageRecord page) throws IOException {
    Measure archived = page.file();
    return archived != null && fileOf(page).sameAs(archived);
  }

  private @Nullable String fileDamage(PageRecord page) throws IOException {
    Measure kept = page.erasedFile() == null ? page.file() : page.erasedFile();
    if (kept == null) {
      return null;
    }
    Measure found = fileOf(page);
    if (found.sameAs(kept)) {
      return null;
    }
    return page.file() != null && found.sameAs(page.file())
        ? page.name() + " still holds what was to be erased: type erase again"
        : differs(page.name(), found, kept);
  }

  private Measure fileOf(PageRecord page) throws IOException {
    try (InputStream in = store.open(page.name())) {
      return Measure.of(in);
    }
  }

  private @Nullable String contentDamage(PageRecord page) throws IOException {
    try (InputStream file = new BufferedInputStream(store.open(page.name()))) {
      Measure found = content(file);
      if (found == null) {
        return page.name() + " cannot be decompressed";
      }
      // The hash of a content that was erased is that of its file.
      return page.erasedFile() != null || found.sameAs(page.content())
          ? null
          : differs("the content of " + page.name(), found, page.content());
    }
  }

  /** Returns null if it is no whole gzip file; a fault of the disk would have shown before. */
  private static @Nullable Measure content(InputStream file) {
    try (InputStream content = new GZIPInputStream(file, 1 << 16)) {
      return Measure.of(content);
    } catch (IOException damaged) {
      return null;
    }
  }

  private static String differs(String what, Measure found, Measure kept) {
    return "%s is not what it was: %s instead of %s".formatted(what, found, kept);
  }
}
