package io.daybook.promises;

import io.daybook.sandbox.Answer;
import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.FaultyGateways;
import io.daybook.sandbox.Request;
import io.daybook.testing.World;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** What an answer's status and header say. */
final class StatusFaults {
  private StatusFaults() {}

  static void addTo(Map<String, Behaviour> faults, String elsewhere) {
    faults.put("500", Faults.always(status(500)));
    faults.put("503-once", Faults.always(status(503)).times(1));
    faults.put("503-retry-after-3-once", retryAfter(503, "3").times(1));
    faults.put("503-retry-after-date-once", retryAfter(503, inTwoSeconds()).times(1));
    faults.put("503-retry-after-999999", retryAfter(503, "999999"));
    faults.put("503-retry-after-nonsense", retryAfter(503, "-1e9; soon"));
    faults.put("429-storm", Faults.always(status(429)));
    faults.put("401", Faults.always(status(401)));
    faults.put("401-that-repeats-the-key", (request, honest) -> repeating(request));
    faults.put("403", Faults.always(status(403)));
    faults.put("503-then-401", first(status(503), status(401)));
    faults.put("404", Faults.always(status(404)));
    faults.put("redirect-to-another-host", Faults.always(redirect(elsewhere)));
    faults.put("204", Faults.always(status(204).withBody(new byte[0])));
    faults.put("206", Behaviour.changing(StatusFaults::partial));
    faults.put("html-with-200", Faults.always(Answer.of(200, "text/html", "<html>Hi</html>")));
    faults.put("unknown-charset", type("application/json; charset=nonsense"));
    faults.put("camel-headers", Behaviour.changing(honest -> steering(honest, elsewhere)));
    faults.put("headers-named-as-parameters", Behaviour.changing(StatusFaults::parameters));
    faults.put("cookie", Behaviour.changing(honest -> honest.withHeader("Set-Cookie", "a=b")));
  }

  private static Answer status(int status) {
    return Answer.of(status, "text/html", "<html><h1>" + status + "</h1></html>");
  }

  private static Behaviour retryAfter(int status, String when) {
    return Faults.always(status(status).withHeader("Retry-After", when));
  }

  /** By the clock of the tests, which stands still. */
  private static String inTwoSeconds() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        World.CLOCK.instant().plus(Duration.ofSeconds(2)).atZone(ZoneOffset.UTC));
  }

  private static Behaviour first(Answer first, Answer then) {
    return Faults.always(first).times(1).around(Faults.always(then));
  }

  /** Some gateways show the request that they complain about. */
  private static Answer repeating(Request request) {
    String key = FaultyGateways.secretKey("stripe");
    String header = request.header("Authorization").orElseThrow();
    return Answer.of(401, "text/plain", "No account for " + key + " (" + header + ")");
  }

  private static Answer redirect(String elsewhere) {
    return status(302).withHeader("Location", elsewhere + "/v1/balance_transactions");
  }

  private static Answer partial(Answer honest) {
    return Answer.of(206, "application/json", honest.text());
  }

  private static Behaviour type(String contentType) {
    return Behaviour.changing(honest -> honest.withHeader("Content-Type", contentType));
  }

  private static Answer steering(Answer honest, String elsewhere) {
    Answer answer = honest;
    for (Map.Entry<String, String> header : Steering.headers(elsewhere).entrySet()) {
      answer = answer.withHeader(header.getKey(), header.getValue());
    }
    return answer;
  }

  private static Answer parameters(Answer honest) {
    return honest
        .withHeader("gateway", "moyasar")
        .withHeader("date", "2001-01-01")
        .withHeader("runId", "1")
        .withHeader("declared", "7")
        .withHeader("answer.Content-Type", "text/html");
  }
}
