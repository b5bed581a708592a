package io.daybook.gateway;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway asks for with {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date.
 * Anything else asks for nothing, and nobody waits longer than a day for a header.
 */
public final class RetryAfter {
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** Returns how long to wait from now on; zero if the header is absent, past or unclear. */
  public static Duration of(@Nullable String header, Instant now) {
    Duration asked = header == null ? Duration.ZERO : parse(header.strip(), now);
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
  }

  private static Duration parse(String header, Instant now) {
    if (header.matches("[0-9]+")) {
      return header.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(header));
    }
    try {
      ZonedDateTime until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Duration.between(now, until.toInstant());
    } catch (DateTimeException unclear) {
      return Duration.ZERO;
    }
  }
}
