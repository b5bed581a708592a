package io.daybook.gateway;

import io.daybook.settings.GatewaySettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The credentials of all gateways, to be taken out of what a gateway says before it becomes an
 * error: some repeat the request they complain about.
 */
public final class Secrets {
  private static final String MASKED = "******";

  private final List<String> values;

  public Secrets(Collection<String> secrets) {
    values = secrets.stream().filter(s -> !s.isBlank()).flatMap(Secrets::forms).toList();
  }

  public static Secrets of(Collection<GatewaySettings> gateways) {
    return new Secrets(gateways.stream().flatMap(each -> each.secrets().stream()).toList());
  }

  /** As the user of HTTP basic authentication, as a value in a query, and as it is. */
  private static Stream<String> forms(String secret) {
    byte[] user = (secret + ":").getBytes(StandardCharsets.UTF_8);
    String inQuery = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return Stream.of(
        Base64.getEncoder().encodeToString(user), inQuery.replace("+", "%20"), inQuery, secret);
  }

  public String hide(String text) {
    String hidden = text;
    for (String value : values) {
      hidden = hidden.replace(value, MASKED);
    }
    return hidden;
  }
}
