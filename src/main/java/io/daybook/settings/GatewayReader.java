package io.daybook.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads one gateway: the parameters that its provider's file declares are its settings. */
final class GatewayReader {
  static final String PREFIX = "daybook.gateway.";
  private static final String ZONE = "zone";
  private static final String SINCE = "since";
  private static final String SETTLE_DELAY = "settle-delay";
  private static final String RECHECK_DAYS = "recheck-days";

  /** What every provider declares, whatever else it needs. */
  private static final Set<String> COMMON = Set.of(ZONE, SINCE, SETTLE_DELAY, RECHECK_DAYS);

  private final Values values;
  private final String name;
  private final ProviderFile file;

  GatewayReader(Values values, String name, ProviderFile file) {
    this.values = values;
    this.name = name;
    this.file = file;
  }

  GatewaySettings read(String provider) {
    file.settings()
        .forEach(parameter -> values.declare(setting(parameter.name()), parameter.defaultValue()));
    common(RECHECK_DAYS, GatewaySettings.RECHECK_DAYS);
    return new GatewaySettings(
        name,
        provider,
        parameters(),
        common(ZONE, Kind.ZONE),
        common(SINCE, Kind.DATE.optional()).orElse(null),
        common(SETTLE_DELAY, Kind.DELAY));
  }

  private <T> T common(String parameter, Kind<T> kind) {
    if (file.settings().stream().anyMatch(declared -> declared.name().equals(parameter))) {
      return values.read(setting(parameter), kind);
    }
    values.fault("%s declares no parameter %s".formatted(file.location(), parameter));
    return kind.fallback();
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(ProviderFile.GATEWAY, name);
    file.settings().forEach(parameter -> parameters.put(parameter.name(), value(parameter)));
    return parameters;
  }

  private String value(ProviderFile.Parameter parameter) {
    boolean required =
        parameter.required()
            && values.needs(Need.CREDENTIALS)
            && !COMMON.contains(parameter.name());
    return values.read(
        setting(parameter.name()), required ? Kind.given(parameter.description()) : Kind.TEXT);
  }

  private String setting(String parameter) {
    return PREFIX + name + "." + parameter;
  }
}
