package io.daybook.route;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.support.PatternHelper;

/**
 * Rules about the queue's messages: what would lose one, reorder them, or let a sender steer the
 * routes.
 */
final class QueueRules {

  private static final String RECEIPT = "CamelAwsSqsReceiptHandle";
  private static final String REDELIVERIES = "CamelRedeliveryCounter";
  private static final String ENDLESS =
      " removes CamelRedeliveryCounter, without which a page is asked for again for ever;"
          + " add CamelRedeliver.* to excludePattern";
  private static final Pattern MESSAGE = Pattern.compile("^(direct|aws2-sqs)");

  static final List<HouseRule> ALL =
      List.of(
          HouseRule.forEach(
              "message-attribute-names",
              e -> e.key().equals("messageAttributeNames"),
              e ->
                  e.shown()
                      + " lets whoever sends a message set Camel's control headers, and so URLs and"
                      + " deletions; leave it out: a message is its body"),
          HouseRule.forEach(
              "extend-message-visibility",
              e -> e.isOptionOtherThan("extendMessageVisibility", "false"),
              e ->
                  e.shown()
                      + " ends for all messages, without a word, at its first unexpected failure;"
                      + " leave it out: the day's heartbeat keeps the message"),
          HouseRule.forEach(
              "max-messages-per-poll",
              e -> e.isOptionOtherThan("maxMessagesPerPoll", "1") && isOfQueue(e),
              e ->
                  e.shown()
                      + " breaks the order of a group when one message fails, and lets the others"
                      + " expire while they wait; write 1"),
          HouseRule.forEach(
              "auto-create-queue",
              e -> e.isOptionOtherThan("autoCreateQueue", "false"),
              e ->
                  e.shown()
                      + " makes a queue without the redrive policy to the dead-letter queue; leave"
                      + " it out and create queues beforehand"),
          HouseRule.forEach(
              "send-batch-message",
              e -> e.key().equals("operation") && e.text().equals("sendBatchMessage"),
              e ->
                  e.shown()
                      + " gives all messages of a FIFO batch one deduplication id, and the queue"
                      + " drops all but one; send them one by one"),
          HouseRule.forEach(
              "keep-receipt-handle",
              e -> removes(e, RECEIPT) && mayHoldMessage(e),
              e ->
                  e.namedWithin()
                      + " removes "
                      + RECEIPT
                      + ", without which the message is never deleted and comes back for ever; add"
                      + " it to excludePattern"),
          new HouseRule("keep-redelivery-counter", QueueRules::keepRedeliveryCounter));

  private QueueRules() {}

  private static boolean isOfQueue(Element parameter) {
    Element endpoint = parameter.above().above();
    return endpoint.text("uri").filter(uri -> uri.startsWith("aws2-sqs")).isPresent();
  }

  private static boolean removes(Element step, String header) {
    return switch (step.key()) {
      case "removeHeader" -> step.isStep() && step.text("name").filter(header::equals).isPresent();
      case "removeHeaders" -> step.isStep() && removesByPattern(step, header);
      default -> false;
    };
  }

  /**
   * Asks Camel itself what a pattern matches: a name, a prefix with {@code *}, or a regular
   * expression.
   */
  private static boolean removesByPattern(Element step, String header) {
    return step.text("pattern").filter(p -> PatternHelper.matchPattern(header, p)).isPresent()
        && step.text("excludePattern").filter(p -> PatternHelper.matchPattern(header, p)).isEmpty();
  }

  /** A route that begins with a timer has no message to lose. */
  private static boolean mayHoldMessage(Element step) {
    Optional<Element> from = step.around(Element::isOwner).flatMap(route -> route.child("from"));
    return from.flatMap(f -> f.text("uri")).filter(MESSAGE.asPredicate()).isPresent();
  }

  /** A gateway's route is what {@code fetch-page} tries again, and it counts in a header. */
  private static Stream<RouteFault> keepRedeliveryCounter(RouteFile file) {
    return file.elements()
        .filter(e -> file.isGateway() && removes(e, REDELIVERIES))
        .map(e -> file.fault(e.line(), e.namedWithin() + ENDLESS));
  }
}
