package io.daybook.route;

import java.util.Set;

/** Where an expression may stand, and in which languages. */
final class Languages {

  private static final Set<String> SCRIPTS =
      Set.of(
          "groovy", "js", "python", "mvel", "ognl", "spel", "java", "joor", "datasonnet", "wasm");
  private static final Set<String> PLAIN =
      Set.of(
          "simple",
          "csimple",
          "constant",
          "header",
          "exchangeProperty",
          "variable",
          "method",
          "jsonpath",
          "jq",
          "ref",
          "tokenize",
          "xpath",
          "xquery",
          "xtokenize",
          "language");

  /** Steps, and parts of steps, whose expression belongs under {@code expression}. */
  private static final Set<String> TAKERS =
      Set.of(
          "setBody",
          "setHeader",
          "headers",
          "setProperty",
          "setVariable",
          "variables",
          "transform",
          "split",
          "filter",
          "when",
          "onWhen",
          "idempotentConsumer",
          "loop",
          "delay",
          "throttle",
          "validate",
          "recipientList",
          "routingSlip",
          "dynamicRouter",
          "enrich",
          "pollEnrich",
          "resequence",
          "sort",
          "script");

  /** Options that are an expression themselves. */
  private static final Set<String> PLACES =
      Set.of(
          "expression",
          "correlationExpression",
          "completionPredicate",
          "completionSizeExpression",
          "completionTimeoutExpression",
          "handled",
          "continued",
          "retryWhile");

  private Languages() {}

  /** Tells whether this is the language of an expression in its place. */
  static boolean isInPlace(Element element) {
    return isLanguage(element) && PLACES.contains(element.parentKey());
  }

  /**
   * Tells whether this is the language of an expression without the {@code expression} around it.
   */
  static boolean isOutOfPlace(Element element) {
    return isLanguage(element) && TAKERS.contains(element.above().key());
  }

  /** Tells whether this is a program within the YAML. */
  static boolean isScript(Element element) {
    return (isInPlace(element) || isOutOfPlace(element))
        && (SCRIPTS.contains(element.key()) || element.key().equals("language"));
  }

  private static boolean isLanguage(Element element) {
    return !element.isSetting()
        && (PLAIN.contains(element.key()) || SCRIPTS.contains(element.key()));
  }
}
