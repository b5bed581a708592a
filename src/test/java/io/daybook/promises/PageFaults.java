package io.daybook.promises;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.sandbox.Answer;
import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.FaultyGateways;
import java.util.Map;
import java.util.function.Consumer;

/** What is wrong with how pages follow each other, and with what they say of the whole day. */
final class PageFaults {
  private static final String EMPTY = "{\"object\":\"list\",\"has_more\":%s,\"data\":[]}";

  private PageFaults() {}

  static void addTo(Map<String, Behaviour> faults, FaultyGateways gateways) {
    faults.put("cursor-that-repeats", (request, honest) -> gateways.firstPage(request));
    faults.put("cursors-in-a-circle", (request, honest) -> gateways.firstPage(request));
    faults.put("cursor-of-100000-characters", lastId("t".repeat(100_000)));
    faults.put("cursor-of-half-a-character", lastId("txn_\\ud800"));
    faults.put("more-after-an-empty-page", Faults.always(Faults.json(EMPTY.formatted(true))));
    faults.put("nothing-at-all", Faults.always(Faults.json(EMPTY.formatted(false))));
    faults.put("more-is-missing", edit(page -> page.remove("has_more")));
    faults.put("more-is-text", edit(page -> page.put("has_more", "false")));
    faults.put("records-missing", edit(page -> page.remove("data")));
    faults.put("records-are-an-object", edit(page -> page.putObject("data")));
    faults.put("ends-early", edit(page -> page.put("has_more", false)));
    faults.put("ends-early-with-a-total", meta(meta -> meta.putNull("next_page")));
    faults.put("page-skipped", meta(meta -> meta.put("next_page", 4)));
    faults.put("page-again", meta(meta -> meta.put("next_page", 2)));
    faults.put("next-page-is-a-text", meta(meta -> meta.put("next_page", "{{env:HOME}}")));
    faults.put("next-page-missing", meta(meta -> meta.remove("next_page")));
    faults.put("total-too-high", meta(meta -> meta.put("total_count", 251)));
    faults.put("total-too-low", meta(meta -> meta.put("total_count", 249)));
    faults.put("total-missing", meta(meta -> meta.remove("total_count")));
    faults.put("total-of-zero", Behaviour.changing(PageFaults::zero));
  }

  static Behaviour edit(Consumer<ObjectNode> change) {
    return Behaviour.changing(honest -> Records.edited(honest, change));
  }

  /** As JSON text, since no tree of JSON would write half a character. */
  private static Behaviour lastId(String json) {
    return BodyFaults.text(page -> page.replace("LAST", json))
        .around(edit(page -> ((ObjectNode) page.get("data").get(99)).put("id", "LAST")));
  }

  private static Behaviour meta(Consumer<ObjectNode> change) {
    return edit(page -> change.accept(page.withObject("/meta")));
  }

  private static Answer zero(Answer honest) {
    return Records.edited(
        honest,
        page -> {
          page.putArray("payments");
          page.withObject("/meta").put("total_count", 0).put("total_pages", 0).putNull("next_page");
        });
  }
}
