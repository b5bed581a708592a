package io.daybook.promises;

import io.daybook.sandbox.Answer;
import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.Delivery;
import io.daybook.sandbox.FaultyGateways;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Each way to misbehave by its name in the documentation. */
final class Faults {
  private final Map<String, Behaviour> byName = new TreeMap<>();

  /** With another host that some of them point to. */
  Faults(FaultyGateways gateways, String elsewhere) {
    byName.put("connection-refused", Behaviour.honest());
    LinkFaults.addTo(byName);
    StatusFaults.addTo(byName, elsewhere);
    HeaderFaults.addTo(byName);
    BodyFaults.addTo(byName);
    PageFaults.addTo(byName, gateways);
    RecordFaults.addTo(byName);
  }

  Map<String, Behaviour> byName() {
    return byName;
  }

  /** As a request carries it. */
  static String basic(String key) {
    byte[] user = (key + ":").getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(user);
  }

  static Behaviour via(Delivery delivery) {
    return Behaviour.changing(honest -> honest.via(delivery));
  }

  static Behaviour always(Answer answer) {
    return (request, honest) -> answer;
  }

  static Answer json(String text) {
    return Answer.of(200, "application/json", text);
  }
}
