package io.daybook.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes that were written and wait to be read. */
final class ReadyBytes extends ByteArrayOutputStream {
  private int taken;

  ReadyBytes() {
    super(1 << 16);
  }

  void write(String text) {
    writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns how many bytes were taken; -1 if there is none. */
  synchronized int take(byte[] target, int offset, int countMax) {
    int count = Math.min(countMax, size() - taken);
    if (count == 0) {
      return countMax == 0 ? 0 : -1;
    }
    System.arraycopy(buf, taken, target, offset, count);
    taken += count;
    if (taken == size()) {
      reset();
      taken = 0;
    }
    return count;
  }
}
