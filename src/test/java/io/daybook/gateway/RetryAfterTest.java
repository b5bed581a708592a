package io.daybook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2024-07-11T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "absent",
      delimiter = '|',
      value = {
        "absent | 0",
        "'' | 0",
        "3 | 3",
        "' 120 ' | 120",
        "999999 | 86400",
        "99999999999999999999999 | 86400",
        "-5 | 0",
        "1.5 | 0",
        "soon | 0",
        "Thu, 11 Jul 2024 12:00:30 GMT | 30",
        "Thu, 11 Jul 2024 11:00:00 GMT | 0",
        "Fri, 11 Jul 2094 12:00:30 GMT | 0"
      })
  void is_seconds_or_a_date_and_never_more_than_a_day(@Nullable String header, long seconds) {
    assertThat(RetryAfter.of(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
