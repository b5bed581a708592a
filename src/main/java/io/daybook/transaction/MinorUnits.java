package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Amounts in minor units by ISO 4217, exactly. Where a provider counts a currency in other units
 * than ISO (Stripe: ISK in hundredths), its file lists the number of decimals, and what does not
 * convert without a remainder is rejected, never rounded.
 */
final class MinorUnits {
  private static final Map<String, Integer> ISO_DECIMALS =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .collect(
              Collectors.toMap(
                  Currency::getCurrencyCode, Currency::getDefaultFractionDigits, (a, b) -> a));

  private final Map<String, Integer> providerDecimals;

  /** Takes the provider's exceptions, for example {@code ISK=2 UGX=2}. */
  MinorUnits(String exceptions) {
    providerDecimals = new HashMap<>();
    Arrays.stream(exceptions.strip().split("\\s+", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> providerDecimals.put(pair[0], Integer.parseInt(pair[1])));
  }

  static String currency(FieldPath path, JsonNode record) throws UnmappableException {
    JsonNode value = path.require(record);
    String code = value.isTextual() ? value.textValue().toUpperCase(Locale.ROOT) : "";
    if (!ISO_DECIMALS.containsKey(code)) {
      throw UnmappableException.bad(path.toString(), value, "an ISO 4217 currency");
    }
    return code;
  }

  long amount(FieldPath path, JsonNode value, String currency) throws UnmappableException {
    if (!value.isIntegralNumber()) {
      throw UnmappableException.bad(path.toString(), value, "a whole number of minor units");
    }
    BigInteger[] converted = convert(value.bigIntegerValue(), currency);
    if (converted[1].signum() != 0 || converted[0].bitLength() > 63) {
      throw UnmappableException.bad(path.toString(), value, "an amount that " + currency + " has");
    }
    return converted[0].longValue();
  }

  private BigInteger[] convert(BigInteger amount, String currency) {
    int iso = ISO_DECIMALS.getOrDefault(currency, 0);
    int surplus = providerDecimals.getOrDefault(currency, iso) - iso;
    if (surplus == 0) {
      return new BigInteger[] {amount, BigInteger.ZERO};
    }
    BigInteger factor = BigInteger.TEN.pow(Math.abs(surplus));
    return surplus > 0
        ? amount.divideAndRemainder(factor)
        : new BigInteger[] {amount.multiply(factor), BigInteger.ZERO};
  }
}
