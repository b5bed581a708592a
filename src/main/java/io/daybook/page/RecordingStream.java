package io.daybook.page;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Remembers what a parser has read ahead, so that bytes can be cut out by their offsets, and what
 * stands around them passed on. Holds no more than one record and the parser's buffer.
 */
final class RecordingStream extends FilterInputStream {
  private final OutputStream around;
  private final int keptMax;
  private byte[] kept = new byte[1 << 16];
  private int length;
  private long firstOffset;

  /** What lies before was cut out, passed on or dropped. */
  private long done;

  /**
   * Passes on what is not cut out.
   *
   * @param keptMax more bytes than this, neither cut out nor passed on, are refused
   */
  RecordingStream(InputStream in, OutputStream around, int keptMax) {
    super(in);
    this.around = around;
    this.keptMax = keptMax;
  }

  /** Returns the bytes from one offset to another (exclusive), and passes on what lies before. */
  byte[] cut(long from, long to) throws IOException {
    byte[] bytes = Arrays.copyOfRange(kept, index(from), index(to));
    passBefore(from);
    drop(to);
    return bytes;
  }

  void passBefore(long offset) throws IOException {
    if (offset > done) {
      around.write(kept, index(done), Math.toIntExact(offset - done));
      drop(offset);
    }
  }

  void passAll() throws IOException {
    passBefore(firstOffset + length);
  }

  /** Leaves out what lies before and was not passed on. */
  void drop(long before) {
    done = Math.max(done, before);
    int dropped = index(done);
    // Moving the rest for each record would cost more than the memory it saves.
    if (dropped > kept.length / 2) {
      System.arraycopy(kept, dropped, kept, 0, length - dropped);
      length -= dropped;
      firstOffset = done;
    }
  }

  /** How many bytes were neither cut out, nor passed on, nor dropped. */
  int open() {
    return length - index(done);
  }

  private int index(long offset) {
    return Math.toIntExact(offset - firstOffset);
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

  private void keep(byte[] source, int offset, int count) throws IOException {
    if (open() > keptMax) {
      throw new StreamConstraintsException("a value has more than " + keptMax + " bytes");
    }
    if (length + count > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(kept.length * 2, length + count));
    }
    System.arraycopy(source, offset, kept, length, count);
    length += count;
  }
}
