package io.daybook.route;

import io.daybook.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with the route files without running any route: the house style of the user's
 * own files, and whether all that would be loaded can be loaded and created.
 */
public final class RouteCheck {

  private RouteCheck() {}

  /**
   * Returns each fault with its file, and the line where it is known.
   *
   * @param beans what the routes call; none of them is called here
   */
  public static List<String> faults(Settings settings, Map<String, Object> beans) {
    List<String> faults = new ArrayList<>(styleFaults(settings.routesDirectory()));
    String notLoaded = loadFault(settings, beans);
    if (notLoaded != null) {
      faults.add(notLoaded);
    }
    return faults;
  }

  private static List<String> styleFaults(@Nullable Path directory) {
    try {
      return directory == null
          ? List.of()
          : HouseStyle.faultsIn(directory).stream().map(RouteFault::toString).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "daybook.routes.directory=%s cannot be read".formatted(directory), unreadable);
    }
  }

  private static @Nullable String loadFault(Settings settings, Map<String, Object> beans) {
    Main camel = CamelSetup.of(settings, beans);
    camel.configure().setAutoStartup(false);
    camel.addInitialProperty("camel.management.enabled", "false");
    try {
      camel.start();
      return null;
    } catch (Exception notLoaded) {
      return RouteFileException.describe(notLoaded);
    } finally {
      camel.stop();
    }
  }
}
