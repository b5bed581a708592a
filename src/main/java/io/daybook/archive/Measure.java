package io.daybook.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** How large some bytes are, and their SHA-256. */
@SuppressWarnings("ArrayRecordComponent") // compared by sameAs
public record Measure(long bytes, byte[] sha256) {

  /** Reads a stream to its end. */
  static Measure of(InputStream in) throws IOException {
    try (MeasuredOutput nowhere = new MeasuredOutput(OutputStream.nullOutputStream())) {
      in.transferTo(nowhere);
      return nowhere.measure();
    }
  }

  boolean sameAs(Measure other) {
    return bytes == other.bytes && Arrays.equals(sha256, other.sha256);
  }

  @Override
  public String toString() {
    return "%d bytes with SHA-256 %s".formatted(bytes, Sha256.text(sha256));
  }
}
