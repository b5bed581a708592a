package io.daybook.route;

import io.daybook.gateway.Provider;
import java.util.Objects;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.jspecify.annotations.Nullable;

/** Finds the bean that a provider's YAML file declares under the provider's name. */
public final class Providers implements Function<String, Provider>, CamelContextAware {
  private @Nullable CamelContext camelContext;

  @Override
  public Provider apply(String name) {
    return find(Objects.requireNonNull(camelContext, "no Camel context"), name);
  }

  static Provider find(CamelContext context, String name) {
    Provider provider = context.getRegistry().lookupByNameAndType(name, Provider.class);
    if (provider == null) {
      throw new IllegalStateException(
          "routes/gateways/%s.camel.yaml declares no bean \"%s\" of type %s"
              .formatted(name, name, Provider.class.getName()));
    }
    return provider;
  }

  @Override
  public void setCamelContext(CamelContext camelContext) {
    this.camelContext = camelContext;
  }

  @Override
  public @Nullable CamelContext getCamelContext() {
    return camelContext;
  }
}
