package io.daybook.transaction;

import static io.daybook.testing.JsonText.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantFieldTest {
  private static final InstantField SECONDS = new InstantField("epoch-seconds at");
  private static final InstantField ISO = new InstantField(" iso  at ");

  @Test
  void seconds_are_counted_from_1970_in_utc() throws UnmappableException {
    assertThat(SECONDS.of(tree("{'at':1678043844}")))
        .isEqualTo(Instant.parse("2023-03-05T19:17:24Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2019-07-09T17:38:05.431Z, 2019-07-09T17:38:05.431Z",
    "2019-07-09T20:38:05.431+03:00, 2019-07-09T17:38:05.431Z",
    "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
    "2024-07-10T10:15Z, 2024-07-10T10:15:00Z",
    "2024-07-10T00:00:00.123456+05:30, 2024-07-09T18:30:00.123456Z"
  })
  void iso_texts_are_read_with_their_offset_to_the_last_digit(String sent, Instant instant)
      throws UnmappableException {
    assertThat(ISO.of(tree("{'at':'" + sent + "'}"))).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'2024-04-31T00:00:00Z'",
        "'2023-02-29T00:00:00Z'",
        "'2024-07-10T24:00:00Z'",
        "'2024-07-10T23:59:60Z'",
        "'2024-13-01T00:00:00Z'"
      })
  void an_impossible_date_is_rejected_and_never_rolled_over(String sent) {
    assertBad(ISO, sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'2024-07-10'", "'2024-07-10T10:15:00'", "''", "'now'", "1678043844"})
  void a_text_without_time_or_offset_is_rejected(String sent) {
    assertBad(ISO, sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1678043844.5", "'1678043844'", "true", "9223372036854775808", "1e9"})
  void seconds_that_are_no_whole_number_are_rejected(String sent) {
    assertBad(SECONDS, sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1678043844000", "9223372036854775807"})
  void a_time_that_no_payment_has_is_rejected(String sent) {
    assertBad(SECONDS, sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'at':null}"})
  void a_missing_time_is_rejected(String record) {
    assertThatThrownBy(() -> ISO.of(tree(record)))
        .isInstanceOfSatisfying(
            UnmappableException.class, e -> assertThat(e.rejection()).isEqualTo("missing-field"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "created", "epoch-millis created", "iso a b", "iso"})
  void a_form_that_is_not_known_is_refused_when_the_file_is_loaded(String spec) {
    assertThatThrownBy(() -> new InstantField(spec)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertBad(InstantField field, String sent) {
    assertThatThrownBy(() -> field.of(tree("{'at':" + sent + "}")))
        .isInstanceOfSatisfying(
            UnmappableException.class, e -> assertThat(e.rejection()).isEqualTo("bad-value"))
        .hasMessageContaining("\"at\"");
  }
}
