package io.daybook.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The fields of a message's JSON object, each of the type that the contract names, or refused. */
final class Fields {
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  private final JsonNode object;

  Fields(JsonNode object) {
    this.object = object;
  }

  boolean has(String name) {
    return object.has(name);
  }

  @Nullable String text(String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > 200) {
      throw InvalidMessageException.invalid(
          "\"%s\" is %s, not a text of at most 200 characters"
              .formatted(name, Excerpt.of(value.toString())));
    }
    return Excerpt.of(value.textValue(), 200);
  }

  String requiredText(String name) {
    String value = text(name);
    if (value == null) {
      throw InvalidMessageException.invalid("\"" + name + "\" is missing");
    }
    return value;
  }

  @Nullable Long number(String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 1) {
      throw InvalidMessageException.invalid(
          "\"%s\" is %s, not a whole number above 0".formatted(name, Excerpt.of(value.toString())));
    }
    return value.longValue();
  }

  boolean flag(String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw InvalidMessageException.invalid(
          "\"%s\" is %s, neither true nor false".formatted(name, Excerpt.of(value.toString())));
    }
    return value.booleanValue();
  }

  LocalDate requiredDate(String name) {
    return date("\"" + name + "\"", requiredText(name));
  }

  private static LocalDate reasonable(LocalDate date) {
    if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
      throw new DateTimeException("no business date");
    }
    return date;
  }

  Instant instant(String name) {
    String text = requiredText(name);
    try {
      OffsetDateTime instant = OffsetDateTime.parse(text);
      reasonable(instant.toLocalDate());
      return instant.toInstant();
    } catch (DateTimeException notAnInstant) {
      throw InvalidMessageException.invalid(
          "\"%s\" is \"%s\", not an instant such as 2024-07-11T02:15:00Z"
              .formatted(name, Excerpt.of(text)));
    }
  }

  static LocalDate date(String name, String text) {
    try {
      return reasonable(LocalDate.parse(text));
    } catch (DateTimeException notADate) {
      throw InvalidMessageException.invalid(
          "%s is \"%s\", not a date such as 2024-07-10".formatted(name, Excerpt.of(text)));
    }
  }
}
