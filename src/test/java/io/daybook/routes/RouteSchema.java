package io.daybook.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.daybook.route.RouteFault;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The schema of Camel's YAML DSL, out of the jar that also loads the routes. Of the many messages
 * that it has for a value with alternative forms, only those are reported that say what to correct.
 */
final class RouteSchema {

  private static final String FILE = "/schema/camelYamlDsl.json";
  private static final Set<String> ALTERNATIVES = Set.of("oneOf", "anyOf", "not");

  private final JsonSchema schema;

  RouteSchema() {
    InputStream json = YamlRoutesBuilderLoader.class.getResourceAsStream(FILE);
    schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(json);
  }

  List<RouteFault> faults(String fileName, String yaml) {
    Set<ValidationMessage> messages = schema.validate(tree(yaml));
    YamlPlaces places = new YamlPlaces(yaml);
    return messages.stream()
        .filter(message -> saysWhatToCorrect(message, messages))
        .map(message -> new RouteFault(fileName, places.line(message), reason(message)))
        .distinct()
        .sorted(Comparator.comparingInt(RouteFault::line))
        .toList();
  }

  private static JsonNode tree(String yaml) {
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return new ObjectMapper().valueToTree(loaded);
  }

  private static boolean saysWhatToCorrect(ValidationMessage message, Set<ValidationMessage> all) {
    return switch (message.getType()) {
      case "additionalProperties" -> true;
      case "oneOf" -> all.stream().noneMatch(other -> isNearer(other, message));
      case "anyOf", "not" -> false;
      case "type" -> !isAlternative(message) && !isPlaceholder(message.getInstanceNode());
      default -> !isAlternative(message);
    };
  }

  /** Tells whether a message is about something further in, or names the very key. */
  private static boolean isNearer(ValidationMessage other, ValidationMessage message) {
    JsonNodePath here = message.getInstanceLocation();
    JsonNodePath there = other.getInstanceLocation();
    return there.startsWith(here)
        && (!there.equals(here) || other.getType().equals("additionalProperties"));
  }

  private static boolean isAlternative(ValidationMessage message) {
    JsonNodePath path = message.getEvaluationPath().getParent();
    return ALTERNATIVES.stream().anyMatch(path::contains);
  }

  /** Camel puts the setting in before it looks at the type. */
  private static boolean isPlaceholder(JsonNode value) {
    return value.isTextual() && value.asText().contains("{{");
  }

  private static String reason(ValidationMessage message) {
    String where = "\"" + YamlPlaces.name(message.getInstanceLocation()) + "\"";
    return switch (message.getType()) {
      case "additionalProperties" -> unknown(message.getProperty(), where);
      case "required" -> where + " lacks \"" + message.getProperty() + "\"; add it";
      case "oneOf" -> where + " has none of the forms that Camel knows; look for a misspelling";
      default -> where + ": " + message.getMessage().replaceFirst("^\\S*: ", "") + "; correct it";
    };
  }

  private static String unknown(String key, String where) {
    return "\"" + key + "\" is unknown in " + where + "; look for a misspelling, or move it";
  }
}
