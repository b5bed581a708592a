package io.daybook.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses names that are no setting, so that a typo never passes in silence. Settings of a gateway
 * that is not enabled are left alone: they are how somebody switches one off for a while.
 */
final class UnknownNames {
  private static final Logger LOG = LoggerFactory.getLogger(UnknownNames.class);

  private final Values values;
  private final Map<String, GatewaySettings> gateways;
  private final Set<String> enabled;

  UnknownNames(Values values, Map<String, GatewaySettings> gateways) {
    this.values = values;
    this.gateways = gateways;
    this.enabled =
        Kind.items(values.value(GatewaysReader.ENABLED)).collect(Collectors.toUnmodifiableSet());
  }

  void refuse(Sources sources) {
    for (Sources.Source source : sources.named()) {
      new TreeSet<>(source.values().keySet())
          .forEach(name -> refuse(name, source.words(), Function.identity()));
    }
    sources
        .variables()
        .keySet()
        .forEach(variable -> refuse(variable, "environment", Sources::variable));
    sources.variables().keySet().forEach(this::refuseAmbiguous);
  }

  /**
   * In the environment - and . are both _, so that one variable may stand for settings of two
   * gateways.
   */
  private void refuseAmbiguous(String variable) {
    List<String> names =
        values.known().stream().filter(n -> Sources.variable(n).equals(variable)).sorted().toList();
    if (names.size() > 1) {
      values.fault(
          "%s (environment) may mean each of %s: set them as system properties or in %s"
              .formatted(variable, String.join(" and ", names), Sources.FILE));
    }
  }

  /** The spelling turns a setting's name into how it is written in this source. */
  private void refuse(String name, String where, Function<String, String> spelling) {
    Set<String> known = spelled(values.known(), spelling);
    if (known.contains(name)) {
      return;
    }
    if (!name.startsWith(spelling.apply(GatewayReader.PREFIX))) {
      values.fault(
          "%s (%s) is no setting: did you mean %s?"
              .formatted(name, where, Nearest.to(name, known)));
    } else if (values.needs(Need.GATEWAYS)) {
      refuseParameter(name, where, spelling);
    }
  }

  private void refuseParameter(String name, String where, Function<String, String> spelling) {
    Optional<String> owner =
        enabled.stream()
            .filter(gateway -> name.startsWith(spelling.apply(prefix(gateway))))
            .max((a, b) -> Integer.compare(a.length(), b.length()));
    if (owner.isEmpty()) {
      LOG.info("{} ({}) is ignored: its gateway is not in {}", name, where, GatewaysReader.ENABLED);
    } else if (gateways.containsKey(owner.get())) {
      Set<String> declared = spelled(values.known(), spelling);
      declared.removeIf(known -> !known.startsWith(spelling.apply(prefix(owner.get()))));
      values.fault(
          "%s (%s) is no setting of gateway %s; its provider declares: %s"
              .formatted(name, where, owner.get(), String.join(", ", declared)));
    }
  }

  private static String prefix(String gateway) {
    return GatewayReader.PREFIX + gateway + ".";
  }

  private static Set<String> spelled(Set<String> names, Function<String, String> spelling) {
    return names.stream().map(spelling).collect(Collectors.toCollection(TreeSet::new));
  }
}
