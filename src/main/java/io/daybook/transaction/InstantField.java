package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * An instant in a record: {@code epoch-seconds created} (a whole number) or {@code iso created_at}
 * (ISO 8601 with an offset). Impossible dates are rejected, never rolled over.
 */
final class InstantField implements Reading {
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final boolean epochSeconds;
  private final FieldPath path;

  InstantField(String spec) {
    String[] parts = spec.strip().split("\\s+", -1);
    if (parts.length != 2 || !(parts[0].equals("epoch-seconds") || parts[0].equals("iso"))) {
      throw new IllegalArgumentException(
          "an instant must be \"epoch-seconds <field>\" or \"iso <field>\", was \"" + spec + "\"");
    }
    epochSeconds = parts[0].equals("epoch-seconds");
    path = new FieldPath(parts[1]);
  }

  @Override
  public List<String> paths() {
    return path.paths();
  }

  Instant of(JsonNode record) throws UnmappableException {
    JsonNode value = path.require(record);
    try {
      Instant instant = epochSeconds ? fromSeconds(value) : fromIso(value);
      if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
        throw UnmappableException.bad(path.toString(), value, "a time from 1990 to 2200");
      }
      return instant;
    } catch (DateTimeException notATime) {
      throw UnmappableException.bad(path.toString(), value, "a time: " + notATime.getMessage());
    }
  }

  private Instant fromSeconds(JsonNode value) throws UnmappableException {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw UnmappableException.bad(path.toString(), value, "a whole number of seconds");
    }
    return Instant.ofEpochSecond(value.longValue());
  }

  private Instant fromIso(JsonNode value) throws UnmappableException {
    if (!value.isTextual()) {
      throw UnmappableException.bad(path.toString(), value, "an ISO 8601 text");
    }
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(value.textValue(), Instant::from);
  }
}
