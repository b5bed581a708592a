package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a record as a JSON value, less its volatile fields, and over its mapped columns.
 * Member order, white space and the spelling of a number (1.0 or 1) do not count, so a provider
 * that merely reorders its answer changes nothing, while a corrected mapping does.
 */
final class ContentHash {
  private static final Comparator<Map.Entry<String, JsonNode>> BY_NAME = Map.Entry.comparingByKey();

  /** Looking the algorithm up for each record would cost as much as a tenth of the hash. */
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(ContentHash::sha256);

  private final StringBuilder canonical = new StringBuilder(1024);

  static byte[] of(JsonNode record, @Nullable Object... columns) {
    ContentHash hash = new ContentHash();
    hash.append(record);
    for (Object column : columns) {
      // The length keeps "a|b" + "c" apart from "a" + "b|c".
      String text = column == null ? "" : column.toString();
      hash.canonical.append(column == null ? -1 : text.length()).append('|').append(text);
    }
    return SHA_256.get().digest(WellFormed.bytes(hash.canonical.toString()));
  }

  private void append(JsonNode value) {
    switch (value.getNodeType()) {
      case OBJECT -> appendObject(value);
      case ARRAY -> appendArray(value);
      case NUMBER -> appendNumber(value);
      case STRING -> appendText(value.textValue());
      default -> canonical.append(value.asText());
    }
  }

  private void appendObject(JsonNode object) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.size());
    object.properties().forEach(members::add);
    members.sort(BY_NAME);
    canonical.append('{');
    for (Map.Entry<String, JsonNode> member : members) {
      appendText(member.getKey());
      append(member.getValue());
    }
    canonical.append('}');
  }

  private void appendArray(JsonNode array) {
    canonical.append('[');
    array.forEach(this::append);
    canonical.append(']');
  }

  private void appendNumber(JsonNode number) {
    if (number.isIntegralNumber() && number.canConvertToLong()) {
      canonical.append('#').append(number.longValue());
    } else if (number.isIntegralNumber()) {
      canonical.append('#').append(number.asText());
    } else {
      BigDecimal value = number.decimalValue().stripTrailingZeros();
      canonical
          .append('#')
          .append(value.scale() <= 0 && value.scale() > -100 ? value.toPlainString() : value);
    }
  }

  private void appendText(String text) {
    canonical.append('"').append(text.length()).append('"').append(text);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
