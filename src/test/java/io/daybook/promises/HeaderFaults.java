package io.daybook.promises;

import io.daybook.sandbox.Answer;
import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.Delivery;
import io.daybook.sandbox.Delivery.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Headers that are too large, have no end, or say what nobody can do. */
final class HeaderFaults {
  private static final int MEGABYTE = 1_000_000;

  private HeaderFaults() {}

  static void addTo(Map<String, Behaviour> faults) {
    faults.put("status-line-of-100-megabytes", raw(out -> megabytes("HTTP/1.1 200 ", out)));
    faults.put("header-of-100-megabytes", raw(out -> megabytes(status() + "X-Long: ", out)));
    faults.put("headers-1000", Behaviour.changing(HeaderFaults::many));
    faults.put("headers-without-end", raw(out -> forEver(status(), "X-Another: one\r\n", out)));
    faults.put("interim-answers-without-end-once", raw(HeaderFaults::interim).times(1));
    faults.put("trailers-without-end", raw(HeaderFaults::trailers));
    faults.put("encoding-unknown", encoding("br"));
    faults.put("encoding-nested", encoding("gzip, gzip"));
    faults.put("encoding-nested-1000-times", encoding("gzip,".repeat(1_000) + "gzip"));
    faults.put("encoding-identity", encoding("identity"));
  }

  private static Behaviour encoding(String value) {
    return Behaviour.changing(honest -> honest.withHeader("Content-Encoding", value));
  }

  private static Answer many(Answer honest) {
    Answer answer = honest;
    for (int i = 0; i < 1_000; i++) {
      answer = answer.withHeader("X-Number-" + i, "small");
    }
    return answer;
  }

  private static Behaviour raw(Content content) {
    return Faults.via(Delivery.raw(content));
  }

  private static String status() {
    return "HTTP/1.1 200 Fine\r\nContent-Type: application/json\r\n";
  }

  private static void megabytes(String start, OutputStream out) throws IOException {
    write(start, out);
    byte[] megabyte = "x".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 100; i++) {
      out.write(megabyte);
    }
    write("\r\nContent-Type: application/json\r\nContent-Length: 0\r\n\r\n", out);
    out.flush();
  }

  /** Until the caller has enough. */
  private static void forEver(String start, String line, OutputStream out) throws IOException {
    write(start, out);
    while (true) {
      write(line, out);
    }
  }

  /** Slowly enough that its reader is not busy, and quickly enough that no read takes too long. */
  private static void interim(OutputStream out) throws IOException {
    while (true) {
      write("HTTP/1.1 102 Wait\r\n\r\n", out);
      out.flush();
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void trailers(OutputStream out) throws IOException {
    String body = "{\"object\":\"list\",\"data\":[],\"has_more\":false}";
    String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n";
    forEver(status() + "Transfer-Encoding: chunked\r\n\r\n" + chunk, "X-Trailer: another\r\n", out);
  }

  private static void write(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
