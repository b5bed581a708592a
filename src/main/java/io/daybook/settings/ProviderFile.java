package io.daybook.settings;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The settings that a provider declares: the parameters of the one route template in {@code
 * gateways/<provider>.camel.yaml}. A file in the directory of routes wins over the built-in one.
 *
 * @param location where it was read, for messages
 */
record ProviderFile(String location, List<Parameter> parameters) {

  /** Filled with the gateway's name, and so no setting. */
  static final String GATEWAY = "gateway";

  /** Ends the id of the template that asks for a day's summary; it takes the same settings. */
  private static final String SUMMARY = "-summary";

  /** One setting; without a default it is required, unless the file says otherwise. */
  record Parameter(String name, String description, String defaultValue, boolean required) {}

  /** A provider's file is not there or not valid; says which one and where. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }

    Unreadable(String message, Exception cause) {
      super(message, cause);
    }
  }

  ProviderFile {
    parameters = List.copyOf(parameters);
  }

  List<Parameter> settings() {
    return parameters.stream().filter(parameter -> !parameter.name().equals(GATEWAY)).toList();
  }

  /** Reads a provider's file; throws with the files looked for, or with file and line. */
  static ProviderFile of(String provider, @Nullable Path routesDirectory) throws Unreadable {
    String name = "gateways/" + provider + ".camel.yaml";
    String builtIn = "routes/" + name;
    try {
      if (routesDirectory != null && Files.isRegularFile(routesDirectory.resolve(name))) {
        Path file = routesDirectory.resolve(name);
        return read(file.toString(), Files.newInputStream(file));
      }
      URL resource = ProviderFile.class.getResource("/" + builtIn);
      if (resource != null) {
        return read("classpath:" + builtIn, resource.openStream());
      }
    } catch (IOException e) {
      throw new Unreadable(name + " cannot be read: " + e, e);
    }
    String own = routesDirectory == null ? "" : " and no file " + routesDirectory.resolve(name);
    throw new Unreadable("there is no file classpath:" + builtIn + own);
  }

  private static ProviderFile read(String location, InputStream stream)
      throws IOException, Unreadable {
    // As Camel does, every scalar is taken as the text that stands there.
    LoadSettings settings =
        LoadSettings.builder().setSchema(new FailsafeSchema()).setLabel(location).build();
    try (stream) {
      return new ProviderFile(location, parameters(new Load(settings).loadFromInputStream(stream)));
    } catch (YamlEngineException e) {
      throw new Unreadable(location + line(e), e);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(location + ": " + e.getMessage(), e);
    }
  }

  private static List<Parameter> parameters(@Nullable Object document) {
    List<Map<?, ?>> templates =
        list(document).stream()
            .filter(part -> part instanceof Map<?, ?> map && map.containsKey("routeTemplate"))
            .<Map<?, ?>>map(part -> map(map(part).get("routeTemplate")))
            .filter(template -> !text(template.get("id")).endsWith(SUMMARY))
            .toList();
    if (templates.size() != 1) {
      throw new IllegalArgumentException(
          "it has %d route templates beside that of a summary, not one".formatted(templates.size()));
    }
    return list(templates.get(0).get("parameters")).stream().map(ProviderFile::parameter).toList();
  }

  private static Parameter parameter(@Nullable Object entry) {
    Map<?, ?> map = map(entry);
    String name = text(map.get("name"));
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "the parameter \"%s\" is not lower case letters, digits and -".formatted(name));
    }
    boolean required = !map.containsKey("defaultValue") && !"false".equals(map.get("required"));
    return new Parameter(
        name, text(map.get("description")), text(map.get("defaultValue")), required);
  }

  private static String text(@Nullable Object scalar) {
    return scalar == null ? "" : scalar.toString();
  }

  private static List<?> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("a list is expected where it has " + value);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("names with values are expected where it has " + value);
  }

  private static String line(YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked) {
      Optional<Mark> mark = marked.getProblemMark();
      return ", line %s: %s"
          .formatted(
              mark.map(m -> String.valueOf(m.getLine() + 1)).orElse("?"), marked.getProblem());
    }
    return ": " + e;
  }
}
