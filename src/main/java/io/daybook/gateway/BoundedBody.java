package io.daybook.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body within its deadline. Closed before its end, its connection is cut: the client
 * would otherwise download the rest, however long, only to use the connection again.
 */
final class BoundedBody extends HttpEntityWrapper {
  private final Deadline deadline;
  private @Nullable InputStream content;

  BoundedBody(HttpEntity body, Deadline deadline) {
    super(body);
    this.deadline = deadline;
  }

  @Override
  public InputStream getContent() throws IOException {
    if (content == null) {
      content = new Content(super.getContent(), deadline);
    }
    return content;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    getContent().transferTo(out);
  }

  @Override
  public void close() throws IOException {
    getContent().close();
  }

  private static final class Content extends FilterInputStream {
    private final Deadline deadline;
    private boolean ended;

    Content(InputStream in, Deadline deadline) {
      super(in);
      this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      try {
        int read = super.read(target, offset, count);
        return read < 0 ? end() : read;
      } catch (IOException broken) {
        deadline.throwIfPassed(broken);
        throw broken;
      }
    }

    private int end() throws IOException {
      deadline.stop();
      deadline.throwIfPassed(null);
      ended = true;
      return -1;
    }

    @Override
    public void close() throws IOException {
      deadline.stop();
      if (ended) {
        super.close();
      } else {
        ended = true;
        deadline.cut();
      }
    }
  }
}
