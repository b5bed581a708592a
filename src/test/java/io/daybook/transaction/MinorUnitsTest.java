package io.daybook.transaction;

import static io.daybook.testing.JsonText.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinorUnitsTest {
  private static final FieldPath AMOUNT = new FieldPath("amount");
  private static final FieldPath CURRENCY = new FieldPath("currency");
  private static final MinorUnits STRIPE = new MinorUnits("ISK=2 UGX=2 MGA=0");

  @ParameterizedTest
  @CsvSource({
    "USD, 1050, 1050",
    "SAR, 7000, 7000",
    "KWD, 5120, 5120",
    "JPY, 500, 500",
    "USD, -400, -400",
    "USD, 0, 0",
    "ISK, 500, 5",
    "ISK, -500, -5",
    "UGX, 1200, 12",
    "MGA, 7, 700",
    "MGA, -7, -700",
    "USD, 9223372036854775807, 9223372036854775807",
    "USD, -9223372036854775808, -9223372036854775808",
    "ISK, 922337203685477580700, 9223372036854775807"
  })
  void counts_as_iso_4217_does_whatever_the_provider_counts_in(
      String currency, String sent, long minor) throws UnmappableException {
    assertThat(STRIPE.amount(AMOUNT, tree(sent), currency)).isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource({"ISK, 550", "ISK, 1", "UGX, -1", "ISK, 99"})
  void what_does_not_convert_exactly_is_rejected_and_never_rounded(String currency, String sent) {
    assertBad(sent, currency);
  }

  @ParameterizedTest
  @CsvSource({
    "USD, 9223372036854775808",
    "USD, -9223372036854775809",
    "USD, 18446744073709551616",
    "MGA, 92233720368547759",
    "ISK, 922337203685477580800"
  })
  void more_than_a_bigint_is_rejected_and_never_wrapped(String currency, String sent) {
    assertBad(sent, currency);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.5", "10.0", "1e3", "'1000'", "true", "{}", "[]"})
  void an_amount_that_is_no_whole_number_is_rejected(String sent) {
    assertBad(sent, "USD");
  }

  @Test
  void without_exceptions_every_currency_is_counted_as_iso_says() throws UnmappableException {
    assertThat(new MinorUnits("").amount(AMOUNT, tree("550"), "ISK")).isEqualTo(550);
  }

  @ParameterizedTest
  @CsvSource({"usd, USD", "USD, USD", "Sar, SAR", "isk, ISK"})
  void a_currency_is_upper_case_however_it_is_sent(String sent, String code)
      throws UnmappableException {
    assertThat(MinorUnits.currency(CURRENCY, tree("{'currency':'" + sent + "'}"))).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'XXX'", "'XAU'", "'US'", "'usdc'", "''", "' USD'", "'ريال'", "840"})
  void what_is_no_currency_is_rejected(String sent) {
    assertThatThrownBy(() -> MinorUnits.currency(CURRENCY, tree("{'currency':" + sent + "}")))
        .isInstanceOfSatisfying(
            UnmappableException.class, e -> assertThat(e.rejection()).isEqualTo("bad-value"))
        .hasMessageContaining("\"currency\"");
  }

  @Test
  void a_missing_currency_is_rejected() {
    assertThatThrownBy(() -> MinorUnits.currency(CURRENCY, tree("{'currency':null}")))
        .isInstanceOfSatisfying(
            UnmappableException.class, e -> assertThat(e.rejection()).isEqualTo("missing-field"));
  }

  private static void assertBad(String sent, String currency) {
    assertThatThrownBy(() -> STRIPE.amount(AMOUNT, tree(sent), currency))
        .isInstanceOfSatisfying(
            UnmappableException.class, e -> assertThat(e.rejection()).isEqualTo("bad-value"))
        .hasMessageContaining("\"amount\"");
  }
}
