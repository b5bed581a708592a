package io.daybook.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** How an answer travels over a {@link FaultyLink}. The caller may hang up at any time. */
@FunctionalInterface
public interface Delivery {
  void send(Answer answer, Wire wire) throws IOException;

  /** What makes a body while it is sent, so that it may be larger than the memory. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** As it should be. */
  static Delivery whole() {
    return (answer, wire) -> wire.length(answer).write(answer.body());
  }

  /** The connection is reset before a byte of the answer. */
  static Delivery reset() {
    return (answer, wire) -> wire.reset();
  }

  /** The connection is reset after so many bytes of the body. */
  static Delivery resetAfter(int bytes) {
    return (answer, wire) -> wire.length(answer).write(answer.body(), bytes).reset();
  }

  /** The length of all is announced, and so many bytes are sent. */
  static Delivery cutAfter(int bytes) {
    return (answer, wire) -> wire.length(answer).write(answer.body(), bytes);
  }

  /** In chunks, of which the last is missing. */
  static Delivery chunkedCutAfter(int bytes) {
    return (answer, wire) -> wire.chunked(answer).chunk(answer.body(), bytes);
  }

  /** No length is announced: the end of the connection is the end of the body, after so many. */
  static Delivery unmeasuredCutAfter(int bytes) {
    return (answer, wire) -> wire.unmeasured(answer).write(answer.body(), bytes);
  }

  /** The body byte by byte. */
  static Delivery drip(Duration interval) {
    return (answer, wire) -> wire.length(answer).drip(answer.body(), interval);
  }

  /** The header of the answer byte by byte, so that not even its status is known for long. */
  static Delivery dripHead(Duration interval) {
    return (answer, wire) -> wire.drip(Wire.head(answer), interval);
  }

  /** Nothing at all, until the caller hangs up. */
  static Delivery silence() {
    return (answer, wire) -> wire.untilHungUp();
  }

  /** The answer's header with another body, made while it is sent. */
  static Delivery generated(Content content) {
    return (answer, wire) -> content.writeTo(wire.unmeasured(answer).out());
  }

  /** Bytes that need be no answer at all. */
  static Delivery raw(Content content) {
    return (answer, wire) -> content.writeTo(wire.out());
  }
}
