package io.daybook.page;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Remembers what a parser has read ahead, so that a record's own bytes can be cut out by their
 * offsets. Holds no more than one record and the parser's buffer.
 */
final class RecordingStream extends FilterInputStream {
  private byte[] kept = new byte[1 << 16];
  private int length;
  private long firstOffset;

  RecordingStream(InputStream in) {
    super(in);
  }

  /** Returns the bytes from one offset to another (exclusive), and forgets what lies before. */
  byte[] cut(long from, long to) {
    int start = Math.toIntExact(from - firstOffset);
    byte[] bytes = Arrays.copyOfRange(kept, start, Math.toIntExact(to - firstOffset));
    forgetBefore(to);
    return bytes;
  }

  void forgetBefore(long offset) {
    int dropped = Math.toIntExact(offset - firstOffset);
    // Moving the rest for each record would cost more than the memory it saves.
    if (dropped > kept.length / 2) {
      System.arraycopy(kept, dropped, kept, 0, length - dropped);
      length -= dropped;
      firstOffset = offset;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    int read = super.read(target, offset, count);
    if (read > 0) {
      keep(target, offset, read);
    }
    return read;
  }

  private void keep(byte[] source, int offset, int count) {
    if (length + count > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(kept.length * 2, length + count));
    }
    System.arraycopy(source, offset, kept, length, count);
    length += count;
  }
}
