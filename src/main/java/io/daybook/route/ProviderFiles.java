package io.daybook.route;

import io.daybook.gateway.Provider;
import io.daybook.settings.Settings;
import java.util.function.Function;
import org.apache.camel.impl.DefaultCamelContext;

/** The provider files of the enabled gateways, for reading archived pages; no route runs. */
public final class ProviderFiles implements Function<String, Provider>, AutoCloseable {
  private final DefaultCamelContext context = new DefaultCamelContext();
  private final Providers providers = new Providers();

  public ProviderFiles(Settings settings) {
    context.disableJMX();
    context.build();
    new RouteLoader(context).loadProviders(new RouteFiles(settings), settings);
    providers.setCamelContext(context);
  }

  @Override
  public Provider apply(String provider) {
    return providers.apply(provider);
  }

  @Override
  public void close() {
    context.stop();
  }
}
