package io.daybook.message;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybook.gateway.Gateways;
import io.daybook.settings.GatewaySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads messages for stripe (UTC) and moyasar (Riyadh), at one instant; ' stands for ". */
final class Reading {
  /** 11 July in UTC, 12 July in Riyadh. */
  static final Instant NOW = Instant.parse("2024-07-11T22:00:00Z");

  private static final Map<String, GatewaySettings> GATEWAYS = new LinkedHashMap<>();

  static {
    GATEWAYS.put("stripe", settings("stripe", "UTC"));
    GATEWAYS.put("moyasar", settings("moyasar", "Asia/Riyadh"));
  }

  private Reading() {}

  private static GatewaySettings settings(String name, String zone) {
    return new GatewaySettings(name, name, Map.of(), ZoneId.of(zone), null, Duration.ofMinutes(15));
  }

  static Asked read(String body) {
    return read(body, GATEWAYS);
  }

  static Asked read(String body, Map<String, GatewaySettings> gateways) {
    Received message = new Received(body.replace('\'', '"'), "message-1", "handle", "", NOW);
    return new MessageReader(new Gateways(gateways), Clock.fixed(NOW, ZoneOffset.UTC))
        .read(message);
  }

  static InvalidMessageException refusal(String body) {
    return catchThrowableOfType(InvalidMessageException.class, () -> read(body));
  }
}
