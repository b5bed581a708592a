package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a provider's answer declares the totals of a day per currency: the bean in which its YAML
 * file says which field is what.
 */
public final class DeclaredTotals {
  private String totals = "";
  private FieldPath currency = new FieldPath("currency");
  private @Nullable FieldPath count;
  private @Nullable FieldPath amount;
  private Map<String, Long> tolerance = Map.of();
  private MinorUnits minorUnits = new MinorUnits("");

  /** The dotted path of the array of totals, or of the only one. */
  public void setTotals(String totals) {
    this.totals = totals;
  }

  public void setCurrency(String currency) {
    this.currency = new FieldPath(currency);
  }

  /** The field with the number of transactions. */
  public void setCount(String count) {
    this.count = new FieldPath(count);
  }

  /** The field with the sum of posted amounts, as a whole number of minor units. */
  public void setAmount(String amount) {
    this.amount = new FieldPath(amount);
  }

  /** Minor units by which the sums may differ, for example {@code SAR=1 KWD=10}; else none. */
  public void setTolerance(String tolerance) {
    this.tolerance =
        Arrays.stream(tolerance.strip().split("\\s+", -1))
            .filter(pair -> !pair.isEmpty())
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
  }

  /** Currencies that the provider counts in other decimals than ISO 4217: {@code ISK=2}. */
  public void setDecimals(String decimals) {
    this.minorUnits = new MinorUnits(decimals);
  }

  /** Returns each path that is read, from the answer's outermost object. */
  public List<String> reads() {
    return Stream.of(currency, count, amount)
        .filter(Objects::nonNull)
        .map(field -> totals.isEmpty() ? field.toString() : totals + "." + field)
        .toList();
  }

  /** The dotted path at which {@link #read} expects what it is given. */
  public String totals() {
    return totals;
  }

  /**
   * Returns what is declared there.
   *
   * @throws UnmappableException if it is not what the provider's file says
   */
  public List<DeclaredTotal> read(@Nullable JsonNode node) throws UnmappableException {
    if (node == null || !node.isContainerNode()) {
      throw UnmappableException.bad(totals, String.valueOf(node), "an array of totals");
    }
    Set<String> currencies = new HashSet<>();
    List<DeclaredTotal> read = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      DeclaredTotal total = total(each);
      if (!currencies.add(total.currency())) {
        throw UnmappableException.bad(totals, node, "totals with each currency once");
      }
      read.add(total);
    }
    return read;
  }

  private DeclaredTotal total(JsonNode each) throws UnmappableException {
    String code = MinorUnits.currency(currency, each);
    return new DeclaredTotal(
        code,
        count == null ? null : count(count, each),
        amount == null ? null : sum(amount, each, code),
        tolerance.getOrDefault(code, 0L));
  }

  private static Long count(FieldPath path, JsonNode each) throws UnmappableException {
    JsonNode value = path.require(each);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw UnmappableException.bad(path.toString(), value, "a number of transactions");
    }
    return value.longValue();
  }

  private BigInteger sum(FieldPath path, JsonNode each, String code) throws UnmappableException {
    return BigInteger.valueOf(minorUnits.amount(path, path.require(each), code));
  }
}
