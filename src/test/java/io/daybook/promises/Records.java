package io.daybook.promises;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.sandbox.Answer;
import io.daybook.sandbox.Behaviour;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Changes a page as JSON, or the records on it. */
final class Records {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Records() {}

  static Answer edited(Answer honest, Consumer<ObjectNode> change) {
    try {
      ObjectNode page = (ObjectNode) JSON.readTree(honest.text());
      change.accept(page);
      return honest.withBody(page.toString().getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  static Behaviour all(Consumer<ArrayNode> change) {
    return PageFaults.edit(page -> change.accept(page.withArray("/data")));
  }

  /** One of them, in the middle of its page. */
  static Behaviour one(Consumer<ObjectNode> change) {
    return all(records -> change.accept((ObjectNode) records.get(7)));
  }
}
