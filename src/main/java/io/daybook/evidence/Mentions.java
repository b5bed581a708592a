package io.daybook.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Whether one of some texts stands anywhere in bytes that nobody can read as JSON. */
final class Mentions {
  private static final int AT_ONCE = 1 << 16;

  private final List<String> texts;
  private final int longest;

  Mentions(Collection<String> texts) {
    this.texts = texts.stream().map(Mentions::bytes).toList();
    this.longest = this.texts.stream().mapToInt(String::length).max().orElse(0);
  }

  /** A character for each byte. */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  boolean in(InputStream in) throws IOException {
    String end = "";
    for (byte[] read = in.readNBytes(AT_ONCE); read.length > 0; read = in.readNBytes(AT_ONCE)) {
      String seen = end + new String(read, StandardCharsets.ISO_8859_1);
      if (texts.stream().anyMatch(seen::contains)) {
        return true;
      }
      end = seen.substring(Math.max(0, seen.length() - longest));
    }
    return false;
  }
}
