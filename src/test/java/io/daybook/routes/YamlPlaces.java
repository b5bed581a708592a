package io.daybook.routes;

import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where in a YAML text something stands that a schema message speaks of. */
final class YamlPlaces {

  private final Node root;

  YamlPlaces(String yaml) {
    root = compose(yaml).or(() -> compose("[]")).orElseThrow();
  }

  /**
   * Returns the line, from 1, of the key that the message names, or else of the value that it is
   * about.
   */
  int line(ValidationMessage message) {
    JsonNodePath path = message.getInstanceLocation();
    Node at = root;
    Node mark = root;
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      mark = step instanceof Integer ? child(at, step) : entry(at, step).orElseThrow().getKeyNode();
      at = child(at, step);
    }
    return line(entry(at, message.getProperty()).map(NodeTuple::getKeyNode).orElse(mark));
  }

  /** Returns the last name of a path: the key, not the number of the list item. */
  static String name(JsonNodePath path) {
    Object last = path.getNameCount() == 0 ? "file" : path.getElement(-1);
    return last instanceof Integer ? name(path.getParent()) : last.toString();
  }

  private static Optional<Node> compose(String yaml) {
    return new Compose(LoadSettings.builder().build()).composeString(yaml);
  }

  private static Node child(Node parent, Object step) {
    return step instanceof Integer index
        ? ((SequenceNode) parent).getValue().get(index)
        : entry(parent, step).orElseThrow().getValueNode();
  }

  private static Optional<NodeTuple> entry(Node parent, Object key) {
    return parent instanceof MappingNode map
        ? map.getValue().stream().filter(e -> text(e.getKeyNode()).equals(key)).findFirst()
        : Optional.empty();
  }

  private static String text(Node key) {
    return key instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
