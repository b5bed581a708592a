package io.daybook.settings;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A complete configuration with the made-up provider {@code acme}; each test says what it changes.
 */
final class Acme {

  private Acme() {}

  static Path routes() {
    try {
      return Path.of(Acme.class.getResource("routes").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> with(String... namesAndValues) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("daybook.gateways", "acme");
    settings.put("daybook.gateway.acme.secret-key", "sk_test_1");
    settings.put("daybook.database.url", "jdbc:postgresql://localhost:5432/postgres");
    settings.put("daybook.queue.days-url", "http://localhost:9324/0/daybook-days.fifo");
    settings.put("daybook.queue.dead-letters-url", "http://localhost:9324/0/daybook-days-dlq.fifo");
    settings.put("daybook.routes.directory", routes().toString());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return settings;
  }
}
