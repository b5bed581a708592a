package io.daybook.route;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about a file as a whole: its entries, its name, its length, its comments. */
final class FileRules {

  private static final long GATEWAY_LINES_MAX = 80;
  private static final long STEP_LINES_MAX = 80;
  private static final Set<String> ENTRIES =
      Set.of("route", "routeConfiguration", "routeTemplate", "beans");

  static final List<HouseRule> ALL =
      List.of(
          new HouseRule("top-level", FileRules::topLevel),
          new HouseRule("file-name", FileRules::fileName),
          new HouseRule("file-length", FileRules::fileLength),
          new HouseRule("comments", FileRules::comments),
          new HouseRule("aliases", FileRules::aliases),
          new HouseRule("duplicate-keys", FileRules::duplicateKeys));

  private FileRules() {}

  private static Stream<RouteFault> topLevel(RouteFile file) {
    if (file.entries().isEmpty() && file.tokens().aliases().findAny().isEmpty()) {
      return Stream.of(file.fault(1, "the file has no entry; begin it with \"- route:\""));
    }
    return file.entries().stream()
        .filter(e -> !ENTRIES.contains(e.key()))
        .map(e -> file.fault(e.line(), misplaced(e)));
  }

  private static String misplaced(Element entry) {
    return entry.named()
        + " stands at the top of the file, where only route, routeConfiguration, routeTemplate"
        + " and beans may; put it into a "
        + (entry.key().equals("from") ? "route" : "routeConfiguration")
        + " with an id and a description";
  }

  private static Stream<RouteFault> fileName(RouteFile file) {
    if (!file.isNamedAsRouteFile()) {
      return Stream.of(file.fault(1, "the file is not loaded; let its name end in .camel.yaml"));
    }
    return file.entries().stream()
        .filter(Element::isOwner)
        .limit(1)
        .filter(e -> e.text("id").filter(id -> !id.equals(file.simpleName())).isPresent())
        .map(e -> file.fault(e.line(), otherName(e, file.simpleName())));
  }

  private static String otherName(Element entry, String name) {
    String where = entry.named() + " stands in " + name + ".camel.yaml; ";
    return where + "let its id be \"" + name + "\", or name the file as its id";
  }

  private static Stream<RouteFault> fileLength(RouteFile file) {
    long max = file.isGateway() ? GATEWAY_LINES_MAX : STEP_LINES_MAX;
    return Stream.of(file.lines())
        .filter(lines -> lines > max)
        .map(lines -> file.fault(1, tooLong(lines, max, file.isGateway())));
  }

  private static String tooLong(long lines, long max, boolean gateway) {
    String remedy =
        gateway
            ? "move what is computed into a tested Java class"
            : "move a part of it into a route and a file of its own";
    return "the file has " + lines + " lines, more than " + max + "; " + remedy;
  }

  private static Stream<RouteFault> comments(RouteFile file) {
    String reason =
        "a comment below the first entry is lost in visual editors;"
            + " make it a description, a note or part of the block at the top";
    return file.tokens().lateComments().mapToObj(line -> file.fault(line, reason));
  }

  private static Stream<RouteFault> aliases(RouteFile file) {
    String reason = "an alias hides what is meant; write out what it stands for";
    return file.tokens().aliases().mapToObj(line -> file.fault(line, reason));
  }

  private static Stream<RouteFault> duplicateKeys(RouteFile file) {
    return file.elements()
        .flatMap(FileRules::repeated)
        .map(e -> file.fault(e.line(), "\"" + e.key() + "\" stands here twice; keep one of them"));
  }

  private static Stream<Element> repeated(Element map) {
    Set<String> seen = new HashSet<>();
    return map.children().stream().filter(c -> !c.key().isEmpty() && !seen.add(c.key()));
  }
}
