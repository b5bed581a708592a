package io.daybook.route;

import io.daybook.settings.GatewaySettings;
import io.daybook.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Loads route files one by one, so that whatever is wrong is told with the file's name. */
final class RouteLoader {
  private final CamelContext context;

  RouteLoader(CamelContext context) {
    this.context = context;
  }

  /** Loads these steps and the providers, and makes the request routes of each enabled gateway. */
  void load(List<String> steps, Settings settings) {
    steps.forEach(this::load);
    loadProviders(new RouteFiles(settings), settings);
    settings.gateways().values().forEach(this::addGateway);
  }

  void loadProviders(RouteFiles files, Settings settings) {
    files.providers(settings).forEach(this::loadProvider);
  }

  private void loadProvider(String name, String uri) {
    load(uri);
    try {
      Providers.find(context, name).checkPersonal();
    } catch (RuntimeException faulty) {
      throw new RouteFileException(uri, faulty);
    }
  }

  private void load(String uri) {
    try {
      Resource resource = ResourceHelper.resolveMandatoryResource(context, uri);
      EndpointOptions.check(context, resource);
      PluginHelper.getRoutesLoader(context).loadRoutes(resource);
    } catch (Exception faulty) {
      throw new RouteFileException(uri, faulty);
    }
  }

  private void addGateway(GatewaySettings gateway) {
    try {
      Map<String, Object> parameters = new HashMap<>(gateway.parameters());
      parameters.put("gateway", gateway.name());
      Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
      model.addRouteFromTemplate("request-page-" + gateway.name(), gateway.provider(), parameters);
      String summary = gateway.provider() + "-summary";
      if (model.getRouteTemplateDefinition(summary) != null) {
        model.addRouteFromTemplate("request-summary-" + gateway.name(), summary, parameters);
      }
    } catch (Exception faulty) {
      throw new RouteFileException("gateways/" + gateway.provider() + ".camel.yaml", faulty);
    }
  }
}
