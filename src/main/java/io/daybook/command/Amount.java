package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sum of money in one currency, shown with the decimals that ISO 4217 gives it. */
record Amount(String currency, BigDecimal minor) {
  private static final Set<String> ISO =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /** Reads what show-days.sql joins: {@code EUR 1250,KWD -3}. */
  static List<Amount> list(@Nullable String totals) {
    return totals == null ? List.of() : Stream.of(totals.split(",", -1)).map(Amount::of).toList();
  }

  private static Amount of(String total) {
    int space = total.indexOf(' ');
    return new Amount(total.substring(0, space), new BigDecimal(total.substring(space + 1)));
  }

  String decimal() {
    int digits =
        ISO.contains(currency) ? Currency.getInstance(currency).getDefaultFractionDigits() : 0;
    return minor.movePointLeft(Math.max(digits, 0)).toPlainString();
  }

  ObjectNode json() {
    return Json.object().put("currency", currency).put("minor", minor).put("amount", decimal());
  }

  @Override
  public String toString() {
    return decimal() + " " + currency;
  }
}
