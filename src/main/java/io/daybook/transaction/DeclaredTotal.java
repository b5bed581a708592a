package io.daybook.transaction;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway declares about one currency of a day.
 *
 * @param currency ISO 4217, upper case
 * @param count how many transactions; null if it declares none
 * @param minor the sum of their amounts, in minor units by ISO 4217; null if it declares none
 * @param toleranceMinor by how much the sum may differ, as the provider's file says
 */
public record DeclaredTotal(
    String currency, @Nullable Long count, @Nullable BigInteger minor, long toleranceMinor) {

  /** Returns whether what was listed of the currency is something else. */
  public boolean differsFrom(long listedCount, long listedMinor) {
    return (count != null && count != listedCount)
        || (minor != null && isBeyondTolerance(minor.subtract(BigInteger.valueOf(listedMinor))));
  }

  private boolean isBeyondTolerance(BigInteger difference) {
    return difference.abs().compareTo(BigInteger.valueOf(toleranceMinor)) > 0;
  }
}
