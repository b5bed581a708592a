package io.daybook.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages that nobody keeps, in a directory of this process's user alone: each can be read once and
 * is gone then, and all are when this is closed or the process ends.
 */
public final class TemporaryPages implements PageStore {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryPages.class);

  private static final String PREFIX = "daybook-plan-";

  private final Path directory;
  private final PageStore files;
  private final Thread atExit = new Thread(this::remove, "remove-temporary-pages");

  private TemporaryPages(Path directory) {
    this.directory = directory;
    this.files = new DirectoryStore(directory);
  }

  /** Makes a directory below {@code java.io.tmpdir} that is named after this process. */
  public static TemporaryPages open() {
    String prefix = PREFIX + ProcessHandle.current().pid() + "-";
    try {
      TemporaryPages pages = new TemporaryPages(Files.createTempDirectory(prefix));
      Runtime.getRuntime().addShutdownHook(pages.atExit);
      return pages;
    } catch (IOException notWritable) {
      throw new UncheckedIOException(
          "No temporary directory can be made; see java.io.tmpdir: " + notWritable, notWritable);
    }
  }

  @Override
  public Draft begin(String name) throws IOException {
    return files.begin(name);
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(directory.resolve(name), StandardOpenOption.DELETE_ON_CLOSE);
  }

  @Override
  public void list(String folder, Consumer<String> names) throws IOException {
    files.list(folder, names);
  }

  @Override
  public void remove(String folder) throws IOException {
    files.remove(folder);
  }

  @Override
  public String place() {
    return files.place();
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException ending) {
      // The process ends, and the hook runs anyway.
    }
  }

  private void remove() {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : innermostFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException unremovable) {
      LOG.warn("{} could not be removed", directory, unremovable);
    }
  }
}
