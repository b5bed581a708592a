package io.daybook.transaction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What is a text that can be kept as it is. The parser lets some through that is none, such as half
 * of a surrogate pair or an overlong form; Java would write a question mark or U+FFFD in its place.
 */
final class WellFormed {

  private WellFormed() {}

  /** Throws if the record's own bytes are no UTF-8, so that no payload could hold them. */
  static void check(RawTransaction raw) throws UnmappableException {
    byte[] bytes = raw.bytes();
    if (!isAscii(bytes)) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      } catch (CharacterCodingException malformed) {
        throw new UnmappableException("bad-value", "it is not UTF-8: " + malformed.getMessage());
      }
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte each : bytes) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether UTF-8 can write the text; half of a surrogate pair it cannot. */
  static boolean isText(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
      }
    }
    return true;
  }

  /** The text's own units, each as two bytes: also what no charset can write. */
  static byte[] units(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 2);
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }
}
