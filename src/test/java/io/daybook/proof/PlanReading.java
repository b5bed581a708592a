package io.daybook.proof;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A plan as a script reads it, in short lines. */
final class PlanReading {
  private static final List<String> COUNTS =
      List.of(
          "new", "changed", "unchanged", "vanished", "rejected", "outside", "repeated", "skipped");

  private PlanReading() {}

  static String counts(JsonNode plan) {
    return COUNTS.stream().map(what -> what + " " + plan.get(what).asLong()).collect(joining(" "));
  }

  static List<String> each(JsonNode plan) {
    return stream(plan.get("transactions")).map(PlanReading::line).toList();
  }

  private static String line(JsonNode each) {
    Stream<String> head =
        Stream.of("what", "id", "because")
            .map(each::get)
            .filter(value -> !value.isNull())
            .map(JsonNode::asText);
    String fields = stream(each.get("fields")).map(PlanReading::field).collect(joining(", "));
    return Stream.concat(head, Stream.of(fields)).collect(joining(" ")).strip();
  }

  private static String field(JsonNode field) {
    return "%s %s -> %s"
        .formatted(
            field.get("field").asText(), field.get("before").asText(), field.get("now").asText());
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
