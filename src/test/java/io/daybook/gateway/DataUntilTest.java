package io.daybook.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.testing.JsonText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataUntilTest {
  private static final BusinessDay DAY =
      BusinessDay.of("paypal", LocalDate.of(2024, 7, 10), ZoneId.of("UTC"));

  @ParameterizedTest
  @CsvSource({
    "iso as_of, '\"2024-07-11T00:00:00Z\"'",
    "iso as_of, '\"2024-07-11T00:00:00+0000\"'",
    "iso as_of, '\"2024-07-11T03:00:00.123+03:00\"'",
    "epoch-seconds as_of, 1720656000"
  })
  void data_until_the_days_end_are_all_of_it(String spec, String value) {
    assertThatCode(() -> new DataUntil(spec).check(page(value), DAY)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "iso as_of, '\"2024-07-10T23:59:59Z\"'",
    "iso as_of, '\"2024-07-11T02:59:59+0300\"'",
    "epoch-seconds as_of, 1720655999"
  })
  void data_until_a_moment_before_are_not(String spec, String value) {
    assertThatThrownBy(() -> new DataUntil(spec).check(page(value), DAY))
        .isInstanceOf(NotReadyException.class)
        .hasMessageStartingWith(
            "paypal 2024-07-10 ends at 2024-07-11T00:00:00Z, and the gateway has");
  }

  @ParameterizedTest
  @CsvSource({
    "iso as_of, null",
    "iso as_of, 1720656000",
    "iso as_of, '\"soon\"'",
    "epoch-seconds as_of, 1.5",
    "iso other, 1"
  })
  void an_answer_that_does_not_say_is_an_error(String spec, String value) {
    assertThatThrownBy(() -> new DataUntil(spec).check(page(value), DAY))
        .isInstanceOf(GatewayAnswerException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"as_of", "date as_of", "iso as_of at"})
  void a_form_that_is_none_is_refused(String spec) {
    assertThatThrownBy(() -> new DataUntil(spec)).hasMessageContaining("\"iso <field>\"");
  }

  private static PageSummary page(String value) {
    return new PageSummary(Map.of("as_of", JsonText.tree(value)), 0, null);
  }
}
