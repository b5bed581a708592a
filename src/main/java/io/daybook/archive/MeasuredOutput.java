package io.daybook.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and hashes what is written through it. */
public final class MeasuredOutput extends FilterOutputStream {
  private final MessageDigest digest = Sha256.digest();
  private long bytes;

  public MeasuredOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int count) throws IOException {
    out.write(source, offset, count);
    digest.update(source, offset, count);
    bytes += count;
  }

  /** Returns the size and hash of all that was written; call it once, at the end. */
  public Measure measure() {
    return new Measure(bytes, digest.digest());
  }
}
