package io.daybook.route;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about ids: one name for one thing, made by a person. */
final class NameRules {

  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /**
   * What visual editors and Camel itself make up: {@code to-1234}, {@code route-12ab}, {@code
   * log7}.
   */
  private static final Pattern GENERATED =
      Pattern.compile("[a-zA-Z]+-(?=[0-9a-f]*[0-9])[0-9a-f]{2,8}|(route|to|log|step)-?[0-9]+");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}");

  static final List<HouseRule> ALL =
      List.of(
          HouseRule.forEach(
              "route-id",
              e -> e.isEntry() && e.text("id").isEmpty(),
              e -> e.named() + " has no id; give it the name of its file, as in \"store-page\""),
          HouseRule.forEach(
              "generated-id",
              e -> isId(e) && isGenerated(e),
              e -> e.shown() + " was made up by a tool; name what the step does, or leave it out"),
          HouseRule.forEach(
              "kebab-case",
              e -> isId(e) && !isGenerated(e) && !KEBAB.matcher(plain(e)).matches(),
              e -> e.shown() + " is not in kebab-case; write it as in \"store-page\""),
          new HouseRule("verb-noun", NameRules::verbNoun));

  private NameRules() {}

  /** A step's route says what it does; a gateway is called by its provider's name. */
  private static Stream<RouteFault> verbNoun(RouteFile file) {
    return file.elements()
        .filter(e -> !file.isGateway() && e.isOwner() && e.key().equals("route"))
        .filter(e -> KEBAB.matcher(e.text("id").orElse("-")).matches())
        .filter(e -> !e.text("id").orElse("").contains("-"))
        .map(
            e ->
                file.fault(
                    e.line(),
                    e.named() + " is named by one word; say verb and noun, as in \"store-page\""));
  }

  private static boolean isId(Element element) {
    return element.key().equals("id") && element.isScalar() && !element.isSetting();
  }

  private static boolean isGenerated(Element id) {
    return GENERATED.matcher(plain(id)).matches();
  }

  /** Returns the id with a word in the place of each placeholder. */
  private static String plain(Element id) {
    return PLACEHOLDER.matcher(id.text()).replaceAll("x");
  }
}
