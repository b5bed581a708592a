package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a text column comes from: a dotted path ({@code source.type}), several joined with {@code
 * :} ({@code id, event_code}), or a constant in single quotes ({@code 'payment'}).
 */
final class TextField implements Reading {
  /** PostgreSQL cannot index longer keys, and no provider has such long words. */
  private static final int CHARACTERS_MAX = 255;

  private final @Nullable String constant;
  private final List<FieldPath> paths;

  TextField(String spec) {
    String trimmed = spec.strip();
    boolean quoted = trimmed.length() > 1 && trimmed.startsWith("'") && trimmed.endsWith("'");
    constant = quoted ? trimmed.substring(1, trimmed.length() - 1) : null;
    paths = quoted ? List.of() : Arrays.stream(trimmed.split(",", -1)).map(FieldPath::new).toList();
  }

  @Override
  public List<String> paths() {
    return paths.stream().map(FieldPath::toString).toList();
  }

  String required(JsonNode record) throws UnmappableException {
    String value = optional(record);
    if (value == null) {
      throw UnmappableException.missing(String.join(", ", paths()));
    }
    return value;
  }

  @Nullable String optional(JsonNode record) throws UnmappableException {
    if (constant != null) {
      return constant;
    }
    if (paths.size() == 1) {
      return text(paths.get(0), record);
    }
    StringBuilder joined = new StringBuilder();
    for (FieldPath path : paths) {
      String part = text(path, record);
      if (part == null) {
        return null;
      }
      joined.append(joined.isEmpty() ? "" : ":").append(part);
    }
    return storable(paths.get(0), joined.toString());
  }

  private static @Nullable String text(FieldPath path, JsonNode record) throws UnmappableException {
    JsonNode value = path.find(record);
    if (value == null) {
      return null;
    }
    if (value.isIntegralNumber()) {
      return value.asText();
    }
    if (value.isTextual() && value.textValue().isEmpty()) {
      return null;
    }
    if (!value.isTextual()) {
      throw UnmappableException.bad(path.toString(), value, "a text");
    }
    return storable(path, value.textValue());
  }

  private static String storable(FieldPath path, String text) throws UnmappableException {
    if (text.length() > CHARACTERS_MAX) {
      throw UnmappableException.bad(
          path.toString(), text, "at most " + CHARACTERS_MAX + " characters");
    }
    if (isSuspicious(text) && !holds(text)) {
      throw UnmappableException.bad(path.toString(), text, "a text that PostgreSQL can hold");
    }
    return text;
  }

  private static boolean isSuspicious(String text) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == 0 || Character.isSurrogate(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
