package io.daybook.transaction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What is a text that can be kept as it is. The parser lets some through that is none, such as half
 * of a surrogate pair or an overlong form; Java would write a question mark or U+FFFD in its place.
 */
final class WellFormed {
  private static final char REPLACEMENT = '\uFFFD';

  private WellFormed() {}

  /** Throws if the record's own bytes are no UTF-8, so that no payload could hold them. */
  static void check(RawTransaction raw) throws UnmappableException {
    // Decoding leniently is fast, and leaves a mark of what it could not read.
    if (new String(raw.bytes(), StandardCharsets.UTF_8).indexOf(REPLACEMENT) >= 0) {
      checkStrictly(raw);
    }
  }

  private static void checkStrictly(RawTransaction raw) throws UnmappableException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw.bytes()));
    } catch (CharacterCodingException malformed) {
      throw new UnmappableException("bad-value", "it is not UTF-8: " + malformed.getMessage());
    }
  }

  /** Returns the text in UTF-8, or its own units if UTF-8 cannot write half of a surrogate pair. */
  static byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.UTF_8).equals(text) ? bytes : units(text);
  }

  /** The text's own units, each as two bytes: also what no charset can write. */
  private static byte[] units(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 2);
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }
}
