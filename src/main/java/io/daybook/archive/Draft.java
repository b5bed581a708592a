package io.daybook.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A file that is being written. Closed without being finished, it never was there. */
public interface Draft extends Closeable {

  OutputStream out();

  /** Gives the file its name, once its stream was closed. */
  void finish() throws IOException;
}
