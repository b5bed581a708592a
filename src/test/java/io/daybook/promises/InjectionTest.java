package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.sandbox.Queues;
import io.daybook.sandbox.Request;
import io.daybook.sandbox.StripeStandIn;
import io.daybook.testing.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** What comes from outside is kept as it is or refused, and never does anything. */
class InjectionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As many as SQS takes with one message. */
  private static final int ATTRIBUTES_MAX = 10;

  private static World world;
  private static Watch watch;
  private static StripeStandIn elsewhere;
  private static SteeringGateway steering;

  @BeforeAll
  static void start() {
    world = new World().with("daybook.worker.concurrency", "6");
    watch = new Watch(world);
    elsewhere = new StripeStandIn(0);
    steering = new SteeringGateway(World.YESTERDAY, elsewhere.url());
    world.gateways().stripe().behave(steering);
    world.start();
  }

  @AfterAll
  static void close() {
    world.close();
    elsewhere.close();
  }

  @AfterEach
  void nothing_was_steered() {
    assertThat(elsewhere.requests()).isEmpty();
    assertThat(world.gateways().stripe().requests())
        .allMatch(request -> request.method().equals("GET"))
        .allMatch(request -> request.path().equals("/v1/balance_transactions"))
        .allMatch(request -> names(request).stream().noneMatch(n -> n.contains("camel")));
    assertThat(watch.asked()).isZero();
    assertThat(
            watch.number(
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'daybook'"))
        .isGreaterThanOrEqualTo(11);
  }

  private static List<String> names(Request request) {
    return request.headers().keySet().stream().map(String::toLowerCase).toList();
  }

  @Test
  void message_attributes_have_no_effect() {
    List<LocalDate> days = new ArrayList<>();
    Map<String, MessageAttributeValue> some = new TreeMap<>();
    Steering.headers(elsewhere.url())
        .forEach(
            (name, value) -> {
              some.put(name, attribute(value));
              if (some.size() == ATTRIBUTES_MAX) {
                days.add(World.YESTERDAY.minusDays(1L + days.size()));
                send(days.get(days.size() - 1), some);
                some.clear();
              }
            });
    assertThat(days).hasSize(3);
    watch.until(
        3,
        "SELECT count(*) FROM runs WHERE message_id <> '' AND outcome = 'succeeded' AND gateway = 'stripe-uae'");
    watch.untilNothingIsAsked();
    days.forEach(day -> assertThat(world.differences("stripe-uae", day)).isEmpty());
    assertThat(watch.number("SELECT count(*) FROM runs WHERE gateway = 'stripe-uae'")).isEqualTo(3);
  }

  private static MessageAttributeValue attribute(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private static void send(LocalDate date, Map<String, MessageAttributeValue> attributes) {
    Queues queues = world.queues();
    Map<String, MessageAttributeValue> copy = Map.copyOf(attributes);
    queues
        .sqs()
        .sendMessage(
            m ->
                m.queueUrl(queues.daysUrl())
                    .messageGroupId("attributes-" + date)
                    .messageBody(Watch.day("stripe-uae", date))
                    .messageAttributes(copy));
  }

  @Test
  void texts_in_fields_that_decide_something_are_refused_and_kept_as_they_are() {
    Set<String> bodies = new HashSet<>();
    for (String text : Steering.TEXTS) {
      bodies.add(message("gateway", text, "date", "2024-07-01"));
      bodies.add(message("gateway", "moyasar", "date", text));
      bodies.add(message("gateway", "moyasar", "from", text, "to", "2024-07-01"));
      bodies.add(message("scheduledTime", text));
      bodies.add(text.equals("null") ? "nil" : text);
    }
    bodies.forEach(
        body -> world.queues().send("refused-" + bodies.hashCode() + body.hashCode(), body));
    watch.until(bodies.size(), "SELECT count(*) FROM dead_letters WHERE sent_at IS NOT NULL");
    watch.untilNothingIsAsked();
    assertThat(watch.lines("SELECT body FROM dead_letters"))
        .containsExactlyInAnyOrderElementsOf(bodies);
    assertThat(watch.lines("SELECT DISTINCT cause FROM dead_letters"))
        .isSubsetOf("invalid-message", "unknown-gateway");
    assertThat(watch.lines("SELECT error FROM dead_letters"))
        .noneMatch(error -> error.contains(System.getProperty("user.home") + "\""));
    assertThat(deadLetters()).containsExactlyInAnyOrderElementsOf(bodies);
    assertThat(
            watch.number(
                "SELECT count(*) FROM days WHERE gateway = 'moyasar' AND request_id IS NULL"))
        .isZero();
  }

  private static List<String> deadLetters() {
    List<String> bodies = new ArrayList<>();
    String url = world.queues().deadLettersUrl();
    while (world.queues().size(url) > 0) {
      for (Message letter : world.queues().receive(url)) {
        bodies.add(letter.body());
        world.queues().delete(url, letter);
      }
    }
    return bodies;
  }

  @Test
  void texts_in_fields_that_are_kept_are_kept_as_they_are() {
    for (int i = 0; i < Steering.TEXTS.size(); i++) {
      String text = Steering.TEXTS.get(i);
      String date = World.YESTERDAY.minusDays(i).toString();
      world
          .queues()
          .send(
              "kept-" + i,
              message(
                  "gateway",
                  "moyasar",
                  "date",
                  date,
                  "requestId",
                  text,
                  "reason",
                  text,
                  text,
                  text));
    }
    watch.until(
        Steering.TEXTS.size(),
        "SELECT count(DISTINCT request_id) FROM runs WHERE gateway = 'moyasar' AND outcome = 'succeeded'");
    watch.untilNothingIsAsked();
    assertThat(watch.lines("SELECT DISTINCT request_id FROM runs WHERE gateway = 'moyasar'"))
        .containsExactlyInAnyOrderElementsOf(Steering.TEXTS);
    assertThat(
            watch.number(
                "SELECT count(*) FROM runs WHERE gateway = 'moyasar' AND request_id <> request_reason"))
        .isZero();
  }

  private static String message(String... namesAndValues) {
    ObjectNode body = JSON.createObjectNode();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return body.toString();
  }

  @Test
  void texts_in_a_gateways_fields_and_headers_are_kept_as_they_are() {
    List<String> ids = SteeringGateway.ids();
    world.queues().send("stripe", Watch.day("stripe", World.YESTERDAY));
    watch.until(1, "SELECT count(*) FROM runs WHERE gateway = 'stripe' AND outcome = 'succeeded'");
    watch.untilNothingIsAsked();
    assertThat(watch.lines("SELECT transaction_id FROM transactions WHERE gateway = 'stripe'"))
        .containsExactlyInAnyOrderElementsOf(ids);
    String others =
        "SELECT count(*) FROM transactions WHERE gateway = 'stripe' AND (transaction_id = ALL"
            + " (ARRAY[type, status, related_id, payload->>'description'])) IS NOT TRUE";
    assertThat(watch.number(others)).isZero();
    assertThat(watch.number("SELECT count(*) FROM rejected_transactions WHERE cause = 'bad-value'"))
        .as("each text was a currency, too")
        .isEqualTo(Steering.TEXTS.size());
    assertThat(steering.cursors(world.gateways().stripe().requests()))
        .containsExactlyElementsOf(ids.subList(0, ids.size() - 1));
  }
}
