package io.daybook.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Where raw pages and manifests are kept, each under its name, such as {@code
 * stripe/2024-07-10/run-12/page-000001.json.gz}. What has a name is complete.
 */
public interface PageStore extends AutoCloseable {

  /** Begins a file, which has its name only once it is finished. */
  Draft begin(String name) throws IOException;

  /**
   * Opens a file as a stream.
   *
   * @throws java.nio.file.NoSuchFileException if there is none of that name
   */
  InputStream open(String name) throws IOException;

  /** Tells the names of all files in a folder, unfinished ones included, in no order. */
  void list(String folder, Consumer<String> names) throws IOException;

  /** Removes all files of a folder; it need not be there. */
  void remove(String folder) throws IOException;

  /** Where that is, in words for people. */
  String place();

  @Override
  void close();
}
