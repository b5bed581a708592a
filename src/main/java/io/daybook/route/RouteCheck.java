package io.daybook.route;

import io.daybook.settings.Settings;
import java.util.List;

/** Placeholder until the routes are here. */
public final class RouteCheck {
  private RouteCheck() {}

  public static List<String> faults(Settings settings) {
    return List.of();
  }
}
