package io.daybook.route;

import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

/** A route file as written: its text, its tokens and its elements. */
final class RouteFile {

  private static final String SUFFIX = ".camel.yaml";

  private final String path;
  private final String yaml;
  private final Tokens tokens;
  private final Element root;

  /**
   * Reads a file, whose path ends as in {@code gateways/stripe.camel.yaml}.
   *
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if the text is no YAML
   */
  RouteFile(String path, String yaml) {
    this.path = path;
    this.yaml = yaml;
    tokens = Tokens.of(yaml);
    root = hasAlias() ? compose("") : compose(yaml);
  }

  RouteFault fault(int line, String reason) {
    return new RouteFault(path, line, reason);
  }

  boolean isGateway() {
    return path.startsWith("gateways/") || path.contains("/gateways/");
  }

  boolean isNamedAsRouteFile() {
    return path.endsWith(SUFFIX);
  }

  /** Returns the file's name without its folder and without {@code .camel.yaml}. */
  String simpleName() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  long lines() {
    return yaml.lines().count();
  }

  Tokens tokens() {
    return tokens;
  }

  /** Returns the entries of the file, each the one key of an item of its list. */
  List<Element> entries() {
    return root.children().stream().flatMap(RouteFile::entriesOfItem).toList();
  }

  Stream<Element> elements() {
    return root.tree();
  }

  /** A key at the top of a file that is a map instead of a list counts as an entry. */
  private static Stream<Element> entriesOfItem(Element item) {
    return item.key().isEmpty() ? item.children().stream() : Stream.of(item);
  }

  /** An alias may point to what it stands in, so that a walk over the elements would not end. */
  private boolean hasAlias() {
    return tokens.aliases().findAny().isPresent();
  }

  private static Element compose(String yaml) {
    Compose compose = new Compose(LoadSettings.builder().build());
    return compose.composeString(yaml).map(Element::root).orElse(Element.NOTHING);
  }
}
