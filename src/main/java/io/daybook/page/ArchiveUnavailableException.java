package io.daybook.page;

import io.daybook.run.Failure;
import java.io.IOException;

/** Thrown when a raw page cannot be written to the archive, or read back from it. */
public final class ArchiveUnavailableException extends RuntimeException implements Failure {
  private static final long serialVersionUID = 1L;

  ArchiveUnavailableException(String what, IOException why) {
    super(
        "%s (%s: %s): make room or make it writable, or set daybook.archive.directory; then redrive the day"
            .formatted(what, why.getClass().getSimpleName(), why.getMessage()),
        why);
  }

  @Override
  public String cause() {
    return "archive-unavailable";
  }
}
