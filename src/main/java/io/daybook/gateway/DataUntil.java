package io.daybook.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The field of an answer in which a provider says how far its data are complete: {@code
 * epoch-seconds as_of} or {@code iso last_refreshed_datetime} (ISO 8601 with an offset, also one
 * without a colon as PayPal writes it). An answer that does not say it clearly is an error.
 */
final class DataUntil {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX][X]");

  private final boolean epochSeconds;
  private final String field;

  DataUntil(String spec) {
    String[] parts = spec.strip().split("\\s+", -1);
    if (parts.length != 2 || !(parts[0].equals("epoch-seconds") || parts[0].equals("iso"))) {
      throw new IllegalArgumentException(
          "dataUntil must be \"epoch-seconds <field>\" or \"iso <field>\", was \"" + spec + "\"");
    }
    epochSeconds = parts[0].equals("epoch-seconds");
    field = parts[1];
  }

  String field() {
    return field;
  }

  void check(PageSummary page, BusinessDay day) {
    Instant until = instant(page.find(field));
    if (until.isBefore(day.to())) {
      throw new NotReadyException(day, field, until);
    }
  }

  private Instant instant(@Nullable JsonNode value) {
    if (value != null && epochSeconds && value.isIntegralNumber() && value.canConvertToLong()) {
      return Instant.ofEpochSecond(value.longValue());
    }
    if (value != null && !epochSeconds && value.isTextual()) {
      try {
        return ISO.parse(value.textValue(), Instant::from);
      } catch (DateTimeException unreadable) {
        throw unclear(value);
      }
    }
    throw unclear(value);
  }

  private GatewayAnswerException unclear(@Nullable JsonNode value) {
    return new GatewayAnswerException(
        "\"%s\" is %s, not the time up to which the data are complete".formatted(field, value));
  }
}
