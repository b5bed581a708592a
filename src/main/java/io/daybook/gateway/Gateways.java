package io.daybook.gateway;

import io.daybook.settings.GatewaySettings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The enabled gateways by name, in the order of {@code daybook.gateways}. */
public final class Gateways {
  private final Map<String, Gateway> byName = new LinkedHashMap<>();

  public Gateways(Map<String, GatewaySettings> settings) {
    settings.values().forEach(each -> byName.put(each.name(), Gateway.of(each)));
  }

  public Collection<Gateway> all() {
    return byName.values();
  }

  public @Nullable Gateway find(String name) {
    return byName.get(name);
  }

  /** Returns the enabled gateway of that name; a name that is not enabled never gets this far. */
  public Gateway get(String name) {
    Gateway gateway = byName.get(name);
    if (gateway == null) {
      throw new IllegalArgumentException(
          "Gateway \"" + name + "\" is not enabled; enabled are " + byName.keySet());
    }
    return gateway;
  }
}
