package io.daybook.promises;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.sandbox.Answer;
import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.Request;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers for one day with texts that would steer the program, in every field and header. Each
 * stands on a page of its own, so that it is what the next page starts after, too.
 *
 * @param elsewhere where they would steer requests to
 */
record SteeringGateway(LocalDate date, String elsewhere) implements Behaviour {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<String> ids() {
    List<String> ids = new ArrayList<>(Steering.TEXTS);
    ids.addAll(Steering.mixtures(60));
    return ids;
  }

  @Override
  public Answer answer(Request request, Supplier<Answer> honest) {
    if (!isSteered(request)) {
      return honest.get();
    }
    int page = 1 + ids().indexOf(request.parameter("starting_after").orElse(""));
    Answer answer = Faults.json(page(ids().get(page), page + 1 < ids().size()).toString());
    for (Map.Entry<String, String> header : Steering.headers(elsewhere).entrySet()) {
      answer = answer.withHeader(header.getKey(), header.getValue());
    }
    return answer;
  }

  /** Returns what pages of the day were asked to start after. */
  List<String> cursors(List<Request> requests) {
    return requests.stream()
        .filter(this::isSteered)
        .flatMap(request -> request.parameter("starting_after").stream())
        .toList();
  }

  private boolean isSteered(Request request) {
    String from = String.valueOf(date.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
    return request.parameter("created[gte]").orElse("").equals(from);
  }

  private ObjectNode page(String text, boolean more) {
    ObjectNode page = JSON.createObjectNode().put("object", text).put("has_more", more);
    ArrayNode records = page.put("url", text).putArray("data");
    if (Steering.TEXTS.contains(text)) {
      record(records, "currency-" + text).put("currency", text);
    }
    record(records, text).put("currency", "usd");
    return page;
  }

  private ObjectNode record(ArrayNode records, String text) {
    return records
        .addObject()
        .put("id", text)
        .put("amount", 100)
        .put("fee", 1)
        .put("created", date.atTime(12, 0).toEpochSecond(ZoneOffset.UTC))
        .put("reporting_category", text)
        .put("status", text)
        .put("source", text)
        .put("description", text);
  }
}
