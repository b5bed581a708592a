package io.daybook.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a JSON document looks like apart from its values: member names in their order, with their
 * types.
 */
final class Shape {
  private Shape() {}

  /** One line per member; of an array, the shape of its first element. */
  static List<String> of(JsonNode node) {
    List<String> lines = new ArrayList<>();
    collect("", node, lines);
    return lines;
  }

  private static void collect(String path, JsonNode node, List<String> lines) {
    lines.add(path + " " + node.getNodeType());
    node.properties()
        .forEach(member -> collect(path + "/" + member.getKey(), member.getValue(), lines));
    if (node.isArray() && !node.isEmpty()) {
      collect(path + "[]", node.get(0), lines);
    }
  }
}
