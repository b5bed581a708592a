package io.daybook.sandbox;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A hash over triples of gateway, id and version that does not depend on their order: the sum of
 * their SHA-256, modulo 2^256. A row that is there twice changes it, too.
 */
public final class SetHash {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  private final MessageDigest sha256;
  private BigInteger sum = BigInteger.ZERO;

  public SetHash() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public SetHash add(String gateway, String id, int version) {
    byte[] digest =
        sha256.digest((gateway + '\n' + id + '\n' + version).getBytes(StandardCharsets.UTF_8));
    sum = sum.add(new BigInteger(1, digest)).mod(MODULUS);
    return this;
  }

  @Override
  public String toString() {
    return "%064x".formatted(sum);
  }
}
