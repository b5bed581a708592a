package io.daybook.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** The archive as a directory. A file is written beside its place and moved there in one step. */
public final class DirectoryStore implements PageStore {
  private static final String UNFINISHED = ".part";

  private final Path directory;

  public DirectoryStore(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  @Override
  public Draft begin(String name) throws IOException {
    Path file = path(name);
    Files.createDirectories(file.getParent());
    return new FileDraft(file);
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(path(name));
  }

  @Override
  public void list(String folder, Consumer<String> names) throws IOException {
    if (Files.isDirectory(path(folder))) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(path(folder))) {
        files.forEach(file -> names.accept(folder + "/" + file.getFileName()));
      }
    }
  }

  @Override
  public void remove(String folder) throws IOException {
    Path path = path(folder);
    if (Files.isDirectory(path)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(path);
    }
  }

  @Override
  public String place() {
    return directory.toString();
  }

  @Override
  public void close() {
    // Nothing is held open.
  }

  /** A name comes from a table, and must not lead out of the archive. */
  private Path path(String name) {
    Path path = directory.resolve(name).normalize();
    if (!path.startsWith(directory) || path.equals(directory)) {
      throw new IllegalArgumentException("\"" + name + "\" is no name within the archive");
    }
    return path;
  }

  private static final class FileDraft implements Draft {
    private final Path file;
    private final Path unfinished;
    private final OutputStream out;

    FileDraft(Path file) throws IOException {
      this.file = file;
      this.unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
      this.out = Files.newOutputStream(unfinished);
    }

    @Override
    public OutputStream out() {
      return out;
    }

    @Override
    public void finish() throws IOException {
      out.close();
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
      out.close();
      Files.deleteIfExists(unfinished);
    }
  }
}
