package io.daybook.settings;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads all enabled gateways, in the order in which they are named. */
final class GatewaysReader {
  static final String ENABLED = "daybook.gateways";
  private static final Kind<List<String>> NAMES =
      new Kind<>(
          "at least one name, separated by commas; each of "
              + GatewaySettings.NAME.allowed()
              + "; none twice",
          GatewaysReader::names,
          List.of());

  private final Values values;
  private final @Nullable Path routesDirectory;

  GatewaysReader(Values values, @Nullable Path routesDirectory) {
    this.values = values;
    this.routesDirectory = routesDirectory;
  }

  Map<String, GatewaySettings> read() {
    if (!values.needs(Need.GATEWAYS)) {
      return Map.of();
    }
    Map<String, GatewaySettings> gateways = new LinkedHashMap<>();
    for (String name : values.read(ENABLED, NAMES)) {
      read(name).ifPresent(gateway -> gateways.put(name, gateway));
    }
    return Collections.unmodifiableMap(gateways);
  }

  private Optional<GatewaySettings> read(String name) {
    String setting = GatewayReader.PREFIX + name + ".provider";
    values.declare(setting, name);
    String provider = values.read(setting, GatewaySettings.NAME);
    if (provider.isEmpty()) {
      return Optional.empty();
    }
    try {
      ProviderFile file = ProviderFile.of(provider, routesDirectory);
      return Optional.of(new GatewayReader(values, name, file).read(provider));
    } catch (ProviderFile.Unreadable e) {
      values.fault("%s is %s: %s".formatted(setting, provider, e.getMessage()));
      return Optional.empty();
    }
  }

  private static List<String> names(String text) {
    if (text.isEmpty()) {
      throw new Kind.Refusal(null);
    }
    return Kind.items(text).map(GatewaySettings.NAME.parser()).toList();
  }
}
