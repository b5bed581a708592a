package io.daybook.sandbox;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The stand-in's end of a connection, written byte by byte as a delivery wants it. */
public final class Wire {
  private final Socket socket;
  private final OutputStream out;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
  }

  static byte[] head(Answer answer) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Whatever\r\n");
    answer.headers().forEach((n, v) -> head.append(n).append(": ").append(v).append("\r\n"));
    return head.append("Connection: close\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  Wire length(Answer answer) throws IOException {
    return text(head(answer), "Content-Length: " + answer.body().length + "\r\n\r\n");
  }

  Wire chunked(Answer answer) throws IOException {
    return text(head(answer), "Transfer-Encoding: chunked\r\n\r\n");
  }

  Wire unmeasured(Answer answer) throws IOException {
    return text(head(answer), "\r\n");
  }

  private Wire text(byte[] head, String rest) throws IOException {
    out.write(head);
    out.write(rest.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  Wire write(byte[] body) throws IOException {
    return write(body, body.length);
  }

  Wire write(byte[] body, int bytes) throws IOException {
    out.write(body, 0, Math.min(bytes, body.length));
    out.flush();
    return this;
  }

  Wire chunk(byte[] body, int bytes) throws IOException {
    out.write((Integer.toHexString(bytes) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    write(body, bytes);
    return write(new byte[] {'\r', '\n'});
  }

  Wire drip(byte[] bytes, Duration interval) throws IOException {
    for (byte one : bytes) {
      out.write(one);
      out.flush();
      pause(interval);
    }
    return this;
  }

  OutputStream out() {
    return out;
  }

  /** Ends the connection with a reset instead of a goodbye. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  void untilHungUp() throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // Whatever else the caller says.
    }
  }

  void close() throws IOException {
    if (!socket.isClosed()) {
      out.flush();
      socket.close();
    }
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      throw Commands.interrupted(e);
    }
  }
}
