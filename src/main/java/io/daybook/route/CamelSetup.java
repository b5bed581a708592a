package io.daybook.route;

import io.daybook.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** Camel with Daybook's settings and parts, and exactly the route files that are meant. */
public final class CamelSetup {

  private CamelSetup() {}

  /** Returns Camel ready to start. Starting throws if a route file is missing or not in order. */
  public static Main of(Settings settings, Map<String, Object> beans) {
    return of(settings, beans, new RouteFiles(settings).steps());
  }

  /** The same for what only plans: it takes no message, and serves no port. */
  public static Main ofPlan(Settings settings, Map<String, Object> beans) {
    Main main = of(settings, beans, new RouteFiles(settings).planSteps());
    main.addInitialProperty("camel.management.enabled", "false");
    return main;
  }

  private static Main of(Settings settings, Map<String, Object> beans, List<String> files) {
    Main main = new Main();
    // Stopped by the application, after its runs were asked to end.
    main.setShutdownStrategy(new SimpleMainShutdownStrategy());
    main.setDefaultPropertyPlaceholderLocation("false");
    main.configure().withRoutesIncludePattern("false");
    main.setInitialProperties(properties(settings));
    beans.forEach(main::bind);
    main.addMainListener(
        new MainListenerSupport() {
          @Override
          public void beforeInitialize(BaseMainSupport base) {
            onlyOurSettings(base.getCamelContext());
            beans
                .values()
                .forEach(
                    bean -> CamelContextAware.trySetCamelContext(bean, base.getCamelContext()));
          }

          @Override
          public void afterConfigure(BaseMainSupport base) {
            new RouteLoader(base.getCamelContext()).load(files, settings);
          }
        });
    return main;
  }

  /** Settings are resolved once, by our own order of sources; Camel's is another. */
  private static void onlyOurSettings(CamelContext context) {
    PropertiesComponent placeholders = (PropertiesComponent) context.getPropertiesComponent();
    placeholders.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_NEVER);
    placeholders.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_NEVER);
  }

  private static Properties properties(Settings settings) {
    Properties properties = new Properties();
    try (InputStream fixed = CamelSetup.class.getResourceAsStream("/io/daybook/camel.properties")) {
      properties.load(Objects.requireNonNull(fixed));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    properties.putAll(settings.properties());
    properties.put("daybook.queue.days-name", queueName(settings.queue().daysUrl()));
    properties.put("daybook.queue.dead-letters-name", queueName(settings.queue().deadLettersUrl()));
    properties.put("camel.management.enabled", String.valueOf(settings.management().enabled()));
    properties.put("camel.management.host", settings.management().host());
    properties.put("camel.management.port", String.valueOf(settings.management().port()));
    properties.put("camel.management.health-check-enabled", "true");
    properties.put("camel.management.metrics-enabled", "true");
    return properties;
  }

  private static String queueName(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
