package io.daybook.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.Locale;

/** How a provider writes an instant in its request parameters. */
public enum TimeForm {
  /** Seconds since 1970, as Stripe. */
  EPOCH_SECONDS(Duration.ofSeconds(1)) {
    @Override
    String format(Instant instant) {
      return Long.toString(instant.getEpochSecond());
    }
  },
  /** ISO 8601 in UTC with milliseconds, as Moyasar. */
  INSTANT(Duration.ofMillis(1)) {
    @Override
    String format(Instant instant) {
      return MILLIS.format(instant.atOffset(ZoneOffset.UTC));
    }
  };

  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX")
          .toFormatter(Locale.ROOT);

  private final Duration unit;

  TimeForm(Duration unit) {
    this.unit = unit;
  }

  abstract String format(Instant instant);

  /** The smallest step that the form can express: what a "greater than" bound is moved by. */
  Duration unit() {
    return unit;
  }

  static TimeForm of(String name) {
    return Arrays.stream(values())
        .filter(form -> form.yamlName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "time must be one of "
                        + Arrays.stream(values()).map(TimeForm::yamlName).toList()
                        + ", was \""
                        + name
                        + "\""));
  }

  private String yamlName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
