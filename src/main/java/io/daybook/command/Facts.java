package io.daybook.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A part of what explain-day.sql returns; all instants are in UTC. */
record Facts(JsonNode json) {
  private static final JsonMapper MAPPER = new JsonMapper();

  static Facts of(String json) {
    try {
      JsonNode all = MAPPER.readTree(json);
      inUtc(all);
      return new Facts(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("explain-day.sql returned no JSON", e);
    }
  }

  /** The names of instants say that they are; the server writes them in the session's zone. */
  private static void inUtc(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
        if (field.getValue().isTextual() && isInstant(field.getKey())) {
          Instant instant = OffsetDateTime.parse(field.getValue().asText()).toInstant();
          object.set(field.getKey(), TextNode.valueOf(instant.toString()));
        }
      }
    }
    node.forEach(Facts::inUtc);
  }

  private static boolean isInstant(String name) {
    return Stream.of("At", "Since", "Before").anyMatch(name::endsWith) || name.equals("at");
  }

  Facts part(String name) {
    return new Facts(json.path(name));
  }

  List<Facts> parts(String name) {
    return StreamSupport.stream(json.path(name).spliterator(), false).map(Facts::new).toList();
  }

  /** Returns the values of an array, as they are shown. */
  List<String> texts(String name) {
    return parts(name).stream().map(each -> each.json().asText()).toList();
  }

  boolean has(String name) {
    return json.hasNonNull(name);
  }

  long number(String name) {
    return json.path(name).asLong();
  }

  /** Returns the value as it is shown, or null. */
  @Nullable String text(String name) {
    return has(name) ? json.path(name).asText() : null;
  }

  String shown(String name) {
    return has(name) ? json.path(name).asText() : "-";
  }

  /** Returns an instant to the second, or a dash. */
  String time(String name) {
    return has(name) ? seconds(Instant.parse(json.path(name).asText())) : "-";
  }

  /** Returns what went wrong, with the cause if it is a listed one. */
  String error() {
    return has("cause") ? shown("cause") + ": " + shown("error") : shown("error");
  }

  static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
