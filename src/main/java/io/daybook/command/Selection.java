package io.daybook.command;

import static java.util.stream.Collectors.joining;

import io.daybook.gateway.Gateway;
import io.daybook.gateway.Gateways;
import io.daybook.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --gateway}: none given means every enabled gateway. */
final class Selection {

  @Option(
      names = "--gateway",
      paramLabel = "G",
      description = "An enabled gateway; may be given several times. Default: all.")
  private List<String> names = new ArrayList<>();

  List<Gateway> gateways(Settings settings) {
    Gateways enabled = new Gateways(settings.gateways());
    if (names.isEmpty()) {
      return List.copyOf(enabled.all());
    }
    return names.stream().distinct().map(name -> gateway(enabled, name)).toList();
  }

  boolean isAll() {
    return names.isEmpty();
  }

  static Gateway gateway(Gateways enabled, String name) {
    Gateway gateway = enabled.find(name);
    if (gateway == null) {
      throw new CommandException(
          "Gateway \"%s\" is not enabled; daybook.gateways has: %s"
              .formatted(name, enabled.all().stream().map(Gateway::name).collect(joining(", "))));
    }
    return gateway;
  }
}
