package io.daybook.route;

import java.util.List;
import java.util.Set;

/**
 * Rules about steps: what leaves the process is named, what computes is in Java, what is SQL is in
 * a file.
 */
final class StepRules {

  private static final Set<String> SENDERS =
      Set.of("to", "toD", "wireTap", "poll", "enrich", "pollEnrich");
  private static final Set<String> OUTSIDE = Set.of("aws2-sqs", "http", "https", "sql");
  private static final Set<String> SQL_OF_OTHERS = Set.of("jdbc", "sql-stored");

  static final List<HouseRule> ALL =
      List.of(
          HouseRule.forEach(
              "outside-step-id",
              e -> leavesTheProcess(e) && e.text("id").isEmpty(),
              e ->
                  e.namedWithin()
                      + " leaves the process and has no id; name what it does, as in"
                      + " \"fetch-page\""),
          HouseRule.forEach(
              "outside-step-description",
              e -> leavesTheProcess(e) && e.text("description").isEmpty(),
              e ->
                  e.namedWithin()
                      + " leaves the process and has no description; write a caption of two to"
                      + " five words"),
          HouseRule.forEach(
              "bean-method",
              e -> isBeanCall(e) && e.text("method").isEmpty(),
              e -> e.namedWithin() + " does not say what it calls; name its method"),
          HouseRule.forEach(
              "inline-script",
              e -> Languages.isScript(e) || isScript(e),
              e ->
                  "\""
                      + e.key()
                      + "\" is a program within the YAML; write a tested Java class and call its"
                      + " method"),
          HouseRule.forEach(
              "sql-in-files",
              e -> e.key().equals("uri") && hasSqlText(e),
              e ->
                  e.above().namedWithin()
                      + " takes its SQL from elsewhere than a file; write query:"
                      + " classpath:sql/<step>.sql"));

  private StepRules() {}

  private static boolean leavesTheProcess(Element step) {
    return step.isStep()
        && SENDERS.contains(step.key())
        && step.text("uri").filter(StepRules::isOutside).isPresent();
  }

  private static boolean isOutside(String uri) {
    return OUTSIDE.contains(scheme(uri)) || uri.startsWith("{{") || uri.startsWith("${");
  }

  /** The expression {@code method} calls a bean as well. */
  private static boolean isBeanCall(Element element) {
    boolean isExpression = element.key().equals("method") && Languages.isInPlace(element);
    return isExpression || (element.isStep() && element.key().equals("bean"));
  }

  private static boolean isScript(Element element) {
    return (element.isStep() && element.key().equals("script"))
        || (element.parentKey().isEmpty() && element.key().equals("scriptLanguage"));
  }

  private static boolean hasSqlText(Element uri) {
    return SQL_OF_OTHERS.contains(scheme(uri.text()))
        || (scheme(uri.text()).equals("sql") && !isFile(query(uri)));
  }

  private static String query(Element uri) {
    String inUri = uri.text().replaceFirst("sql:?(//)?", "");
    return inUri.isEmpty() ? queryParameter(uri.above()) : inUri;
  }

  private static String queryParameter(Element endpoint) {
    return endpoint.child("parameters").flatMap(p -> p.text("query")).orElse("");
  }

  private static boolean isFile(String query) {
    return query.startsWith("classpath:sql/") || query.startsWith("file:");
  }

  private static String scheme(String uri) {
    return uri.split(":", 2)[0];
  }
}
