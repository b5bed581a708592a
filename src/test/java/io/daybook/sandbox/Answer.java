package io.daybook.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What a stand-in sends back: all of it, or only the first bytes before the connection is cut. */
public final class Answer {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final int bytesSent;
  private final Delivery delivery;

  private Answer(int status, Map<String, String> headers, byte[] body, int bytesSent) {
    this(status, headers, body, bytesSent, Delivery.whole());
  }

  private Answer(
      int status, Map<String, String> headers, byte[] body, int bytesSent, Delivery delivery) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.bytesSent = bytesSent;
    this.delivery = delivery;
  }

  public static Answer of(int status, String contentType, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Answer(status, Map.of("Content-Type", contentType), bytes, bytes.length);
  }

  /** The connection ends before a status line is sent. */
  public static Answer dropped() {
    return new Answer(0, Map.of(), new byte[0], 0);
  }

  /** The length of the whole body is announced, but the connection ends after so many bytes. */
  public Answer cutAfter(int bytes) {
    return new Answer(status, headers, body, Math.min(bytes, body.length - 1));
  }

  public Answer withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body, bytesSent, delivery);
  }

  public Answer withBody(byte[] other) {
    return new Answer(status, headers, other, other.length, delivery);
  }

  /** Over a {@link FaultyLink}, in this way; without one it makes no difference. */
  public Answer via(Delivery other) {
    return new Answer(status, headers, body, bytesSent, other);
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public byte[] body() {
    return body.clone();
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  Delivery delivery() {
    return delivery;
  }

  boolean isDropped() {
    return status == 0;
  }

  boolean isCut() {
    return bytesSent < body.length;
  }

  int bytesSent() {
    return bytesSent;
  }
}
