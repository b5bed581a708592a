package io.daybook.page;

import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.GatewayUnavailableException;
import io.daybook.run.Run;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An answer's body while it is read: no more bytes than allowed, only while the run goes on, and a
 * connection that breaks is the gateway's failure.
 */
final class AnswerBody extends FilterInputStream {
  private final Run run;
  private final int number;
  private final long bytesMax;
  private long bytes;

  AnswerBody(InputStream in, Run run, int number, long bytesMax) {
    super(in);
    this.run = run;
    this.number = number;
    this.bytesMax = bytesMax;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) {
    int read = readOrFail(target, offset, count);
    run.mustGoOn();
    bytes += Math.max(0, read);
    checkSize();
    return read;
  }

  /**
   * Also for whoever reads on behind somebody to whom any failure is the end of the answer.
   *
   * @throws GatewayAnswerException if more was read than is allowed
   */
  void checkSize() {
    if (bytes > bytesMax) {
      throw new GatewayAnswerException(
          "page %d of %s is larger than daybook.page.bytes-max=%d bytes"
              .formatted(number, run.day(), bytesMax));
    }
  }

  private int readOrFail(byte[] target, int offset, int count) {
    try {
      return in.read(target, offset, count);
    } catch (IOException brokenOff) {
      throw new GatewayUnavailableException(
          "The gateway's answer broke off: " + brokenOff.getMessage(), brokenOff);
    }
  }
}
