package io.daybook.route;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an option that its endpoint does not have: to Camel's HTTP client it is no fault, but a
 * parameter that it sends to the gateway.
 */
final class EndpointOptions {
  private EndpointOptions() {}

  static void check(CamelContext context, Resource resource) throws IOException {
    String yaml;
    try (InputStream in = resource.getInputStream()) {
      yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (Element each : options(yaml, resource).toList()) {
      String scheme = scheme(each);
      if (!isKnown(context.getCamelContextExtension().getEndpointUriFactory(scheme), each.key())) {
        throw new IllegalArgumentException(
            "line %d: the endpoint %s has no option \"%s\""
                .formatted(each.line(), scheme, each.key()));
      }
    }
  }

  private static Stream<Element> options(String yaml, Resource resource) {
    return new RouteFile(resource.getLocation(), yaml)
        .elements()
        .filter(each -> each.parentKey().equals("parameters") && !each.key().isEmpty())
        .filter(each -> each.above().above().text("uri").isPresent());
  }

  /** What begins with a placeholder is the URL of a gateway. */
  private static String scheme(Element option) {
    String uri = option.above().above().text("uri").orElseThrow();
    return uri.startsWith("{{") ? "https" : uri.replaceFirst(":.*", "");
  }

  private static boolean isKnown(@Nullable EndpointUriFactory endpoint, String option) {
    return endpoint == null
        || endpoint.propertyNames().contains(option)
        || endpoint.multiValuePrefixes().values().stream().anyMatch(option::startsWith);
  }
}
