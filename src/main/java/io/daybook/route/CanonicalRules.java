package io.daybook.route;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules about notation: the one form of a step that tools keep and later versions accept. */
final class CanonicalRules {

  private static final Map<String, String> MAIN_OPTION =
      Map.of(
          "to", "uri",
          "toD", "uri",
          "wireTap", "uri",
          "log", "message",
          "removeHeader", "name",
          "removeVariable", "name",
          "removeProperty", "name",
          "removeHeaders", "pattern",
          "convertBodyTo", "type",
          "rollback", "message");
  private static final Set<String> URIS = Set.of("uri", "deadLetterUri");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|\\$\\{.*?}");

  static final List<HouseRule> ALL =
      List.of(
          HouseRule.forEach(
              "steps-are-maps",
              e -> e.isStep() && e.isScalar(),
              e -> e.namedWithin() + " is written short; write " + asMap(e)),
          HouseRule.forEach(
              "expressions-in-place",
              Languages::isOutOfPlace,
              e ->
                  e.above().namedWithin()
                      + " has its expression in short form; write expression: {"
                      + e.key()
                      + ": {…}}"),
          HouseRule.forEach(
              "expressions-are-maps",
              e -> Languages.isInPlace(e) && e.isScalar(),
              e -> "\"" + e.key() + "\" is written short; write " + e.key() + ": {expression: …}"),
          HouseRule.forEach(
              "no-query-in-uri",
              e -> URIS.contains(e.key()) && hasQuery(e.text()),
              e ->
                  e.above().namedWithin()
                      + " has a query string in its "
                      + e.key()
                      + "; put its options under parameters"));

  private CanonicalRules() {}

  private static String asMap(Element step) {
    return step.key() + ": {" + MAIN_OPTION.getOrDefault(step.key(), "<option>") + ": …}";
  }

  /** A question mark in a placeholder makes it optional and starts no query. */
  private static boolean hasQuery(String uri) {
    return PLACEHOLDER.matcher(uri).replaceAll("").contains("?");
  }
}
