package io.daybook.promises;

import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.Delivery;
import java.time.Duration;
import java.util.Map;

/** What happens to an answer on its way. */
final class LinkFaults {
  private static final Duration SLOWLY = Duration.ofSeconds(1);

  private LinkFaults() {}

  static void addTo(Map<String, Behaviour> faults) {
    faults.put("silence", Faults.via(Delivery.silence()));
    faults.put("reset-before-answer", Faults.via(Delivery.reset()));
    faults.put("reset-in-body", Faults.via(Delivery.resetAfter(5_000)));
    faults.put("reset-in-body-once", Faults.via(Delivery.resetAfter(5_000)).times(1));
    faults.put("truncated-with-length", Faults.via(Delivery.cutAfter(5_000)));
    faults.put("truncated-in-chunks", Faults.via(Delivery.chunkedCutAfter(5_000)));
    faults.put("truncated-without-length", Faults.via(Delivery.unmeasuredCutAfter(5_000)));
    faults.put("drip-of-body-once", Faults.via(Delivery.drip(SLOWLY)).times(1));
    faults.put("drip-of-header-once", Faults.via(Delivery.dripHead(SLOWLY)).times(1));
  }
}
