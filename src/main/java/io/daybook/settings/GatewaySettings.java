package io.daybook.settings;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One account with one provider.
 *
 * @param parameters every parameter that the provider's file declares, with its value
 * @param zone where its days begin and end
 * @param since the first day that is due, if known
 * @param settleDelay how long after its end a day may be read
 */
public record GatewaySettings(
    String name,
    String provider,
    Map<String, String> parameters,
    ZoneId zone,
    @Nullable LocalDate since,
    Duration settleDelay) {

  /** Of gateways and of providers. */
  static final Kind<String> NAME =
      Kind.matching(
          "[a-z0-9][a-z0-9-]{0,62}",
          "lower case letters, digits and -, at most 63, not beginning with -",
          "");

  static final Kind<List<Integer>> RECHECK_DAYS = Kind.integers(ScheduleSettings.RECHECK_DAYS);

  public GatewaySettings {
    NAME.check("name", name);
    NAME.check("provider", provider);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** The gateway's own days of recheck, or else those of the schedule. */
  public List<Integer> recheckDays(ScheduleSettings schedule) {
    String own = Objects.requireNonNullElse(parameters.get("recheck-days"), "");
    return own.isEmpty() ? schedule.recheckDays() : RECHECK_DAYS.parser().apply(own);
  }

  /** The values of parameters whose name says that they are secret. */
  public List<String> secrets() {
    return parameters.entrySet().stream()
        .filter(parameter -> Mask.isSecret(parameter.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public String toString() {
    return "gateway %s of provider %s %s".formatted(name, provider, Mask.values(parameters));
  }
}
