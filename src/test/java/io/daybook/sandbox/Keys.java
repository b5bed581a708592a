package io.daybook.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which secret key opens which account. */
final class Keys {
  private final Map<String, Ledger> accounts = new ConcurrentHashMap<>();

  void put(String secretKey, Ledger account) {
    accounts.put(secretKey, account);
  }

  Optional<Ledger> open(String secretKey) {
    return Optional.ofNullable(accounts.get(secretKey));
  }

  /** The user name of basic authentication (RFC 7617). */
  static Optional<String> basic(Request request) {
    return scheme(request, "Basic ").flatMap(Keys::decode).map(pair -> pair.split(":", 2)[0]);
  }

  static Optional<String> bearer(Request request) {
    return scheme(request, "Bearer ");
  }

  private static Optional<String> scheme(Request request, String scheme) {
    return request
        .header("Authorization")
        .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
        .map(value -> value.substring(scheme.length()).strip());
  }

  private static Optional<String> decode(String base64) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
