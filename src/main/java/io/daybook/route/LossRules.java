package io.daybook.route;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules about options that lose data or open a hole in Camel 4.18.0, each with what it does. */
final class LossRules {

  private static final Pattern STOCK_REPOSITORY =
      Pattern.compile(".*org\\.apache\\.camel\\..*(MessageId|Idempotent)Repository.*");
  private static final String HANDLES_NEW_EXCEPTION = "deadLetterHandleNewException";
  private static final Set<String> SIDE_STEPS = Set.of("wireTap", "threads");
  private static final Pattern SIDE_QUEUE =
      Pattern.compile("(seda|disruptor|disruptor-vm|vm)(:.*)?");

  static final List<HouseRule> ALL =
      List.of(
          HouseRule.forEach(
              "transacted",
              e -> e.isStep() && e.key().equals("transacted"),
              e ->
                  e.namedWithin()
                      + " goes without dead letters and may hang around a split; let one SQL statement"
                      + " be the transaction"),
          HouseRule.forEach(
              "break-on-shutdown",
              e -> e.isOptionOtherThan("breakOnShutdown", "false"),
              e ->
                  e.shown()
                      + " ends the loop as if it were done when the process stops, and the pages"
                      + " left are lost; leave it out"),
          HouseRule.forEach(
              "stock-idempotent-repository",
              e -> e.isScalar() && STOCK_REPOSITORY.matcher(e.text()).matches(),
              e ->
                  e.shown()
                      + " may call a transaction known whose row was never stored; use the"
                      + " repository over the table of transactions"),
          HouseRule.forEach(
              "idempotent-not-eager",
              e -> e.isStep() && e.key().equals("idempotentConsumer") && isNotFalse(e, "eager"),
              e ->
                  e.namedWithin()
                      + " calls a transaction known before its row is stored; write eager: false"),
          HouseRule.forEach(
              "dead-letter-new-exception",
              e -> e.key().equals("deadLetterChannel") && isNotFalse(e, HANDLES_NEW_EXCEPTION),
              e ->
                  e.namedWithin()
                      + " acknowledges a message whose dead letter could not be sent; write "
                      + HANDLES_NEW_EXCEPTION
                      + ": false"),
          HouseRule.forEach(
              "follow-redirects",
              e -> e.isOptionOtherThan("followRedirects", "false"),
              e ->
                  e.shown()
                      + " sends keys to wherever an answer points; leave it out: a redirect is a"
                      + " failure"),
          HouseRule.forEach(
              "body-as-sql",
              e -> e.isOptionOtherThan("useMessageBodyForSql", "false"),
              e -> e.shown() + " runs as SQL what came from outside; write query: classpath:sql/…"),
          HouseRule.forEach(
              "side-threads",
              LossRules::goesAside,
              e ->
                  (e.isScalar() ? e.shown() : e.namedWithin())
                      + " goes on in another thread while the message is deleted already; call the"
                      + " next route by direct:"));

  private LossRules() {}

  /** Tells whether an option is left to its default, which is true, or set to it. */
  private static boolean isNotFalse(Element element, String option) {
    return element.text(option).filter("false"::equals).isEmpty();
  }

  private static boolean goesAside(Element element) {
    return (element.isStep() && SIDE_STEPS.contains(element.key()))
        || (element.key().equals("uri") && SIDE_QUEUE.matcher(element.text()).matches())
        || element.isOptionOtherThan("asyncDelayedRedelivery", "false");
  }
}
