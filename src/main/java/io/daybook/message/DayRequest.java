package io.daybook.message;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day that is asked for, or one rejected transaction of it.
 *
 * @param requestId makes two requests for the same day two messages; without one, the queue keeps
 *     only the first within five minutes
 * @param rejectedId the rejected transaction that is to be tried again, or null for the whole day
 */
public record DayRequest(
    String gateway,
    LocalDate date,
    @Nullable String requestId,
    @Nullable String reason,
    @Nullable Long rejectedId) {
  private static final JsonMapper JSON = new JsonMapper();

  public DayRequest(
      String gateway, LocalDate date, @Nullable String requestId, @Nullable String reason) {
    this(gateway, date, requestId, reason, null);
  }

  /** Returns the request as a message's body. */
  public String toJson() {
    ObjectNode body = JSON.createObjectNode().put("gateway", gateway).put("date", date.toString());
    if (requestId != null) {
      body.put("requestId", requestId);
    }
    if (reason != null) {
      body.put("reason", reason);
    }
    if (rejectedId != null) {
      body.put("rejectedId", rejectedId);
    }
    return body.toString();
  }
}
