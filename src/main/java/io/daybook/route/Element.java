package io.daybook.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A key of a YAML file with its value and its place. An item of a list has the key {@code ""}. */
record Element(String key, Node node, int line, @Nullable Element parent) {

  private static final Set<String> OWNERS = Set.of("route", "routeConfiguration", "routeTemplate");

  private static final Set<String> SETTINGS = Set.of("parameters", "properties", "constructors");

  /** What a file without content consists of. */
  static final Element NOTHING = root(new ScalarNode(Tag.STR, "", ScalarStyle.PLAIN));

  static Element root(Node node) {
    return new Element("", node, line(node), null);
  }

  List<Element> children() {
    if (node instanceof MappingNode map) {
      return map.getValue().stream().map(this::entry).toList();
    }
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(n -> new Element("", n, line(n), this)).toList();
    }
    return List.of();
  }

  /** Returns this element and all below it, in the order of the file. */
  Stream<Element> tree() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(Element::tree));
  }

  Optional<Element> child(String wanted) {
    return children().stream().filter(c -> c.key.equals(wanted)).findFirst();
  }

  /** Returns the text of a scalar entry. */
  Optional<String> text(String wanted) {
    return child(wanted).filter(Element::isScalar).map(Element::text);
  }

  /** Returns the text of this scalar, or "" of a map or list. */
  String text() {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  boolean isScalar() {
    return node instanceof ScalarNode;
  }

  /** Tells whether this is an option with that name and any value but the given one. */
  boolean isOptionOtherThan(String name, String allowed) {
    return key.equals(name) && isScalar() && !text().equals(allowed);
  }

  String parentKey() {
    return parent == null ? "" : parent.key;
  }

  /** Returns the nearest ancestor that is no list item, or this element at the top. */
  Element above() {
    Element up = parent == null ? this : parent;
    return up.key.isEmpty() && up.parent != null ? up.parent : up;
  }

  /** Tells whether this is a step: the key of an item in {@code steps}. */
  boolean isStep() {
    return parentKey().isEmpty() && above().key.equals("steps");
  }

  /**
   * Tells whether this is a route, a routeConfiguration or a routeTemplate, also within another.
   */
  boolean isOwner() {
    return OWNERS.contains(key) && node instanceof MappingNode;
  }

  /**
   * Tells the same of an entry of the file: the route in a template has its id and description from
   * there.
   */
  boolean isEntry() {
    return isOwner() && !parentKey().equals("routeTemplate");
  }

  /** Tells whether this is a setting of an endpoint or a bean, whose names are not Camel's own. */
  boolean isSetting() {
    return SETTINGS.contains(parentKey()) || (parent != null && parent.isSetting());
  }

  /** Returns what a person would call this: {@code route "store-page"}, or the key alone. */
  String named() {
    return text("id").map(id -> key + " \"" + id + "\"").orElse("\"" + key + "\"");
  }

  /** Returns what a person would call this, with the route that it stands in. */
  String namedWithin() {
    return named() + within();
  }

  /** Returns this option as written, with the route that it stands in. */
  String shown() {
    return "\"" + key + ": " + text() + "\"" + within();
  }

  /** Returns the nearest element around this one that is such. */
  Optional<Element> around(Predicate<Element> such) {
    Element up = parent;
    while (up != null && !such.test(up)) {
      up = up.parent;
    }
    return Optional.ofNullable(up);
  }

  private String within() {
    return around(Element::isEntry).map(o -> " in " + o.named()).orElse("");
  }

  private Element entry(NodeTuple entry) {
    Node name = entry.getKeyNode();
    String text = name instanceof ScalarNode scalar ? scalar.getValue() : "";
    return new Element(text, entry.getValueNode(), line(name), this);
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
