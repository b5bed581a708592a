package io.daybook.message;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day that is asked for, one rejected transaction of it, or its rebuild from the archive.
 *
 * @param requestId makes two requests for the same day two messages; without one, the queue keeps
 *     only the first within five minutes
 * @param rejectedId the rejected transaction that is to be tried again, or null for the whole day
 * @param rebuild null unless the archive is to be asked instead of the gateway
 */
public record DayRequest(
    String gateway,
    LocalDate date,
    @Nullable String requestId,
    @Nullable String reason,
    @Nullable Long rejectedId,
    @Nullable Rebuild rebuild) {
  private static final JsonMapper JSON = new JsonMapper();

  public DayRequest(
      String gateway, LocalDate date, @Nullable String requestId, @Nullable String reason) {
    this(gateway, date, requestId, reason, null, null);
  }

  /**
   * A day is stored again from its archived pages.
   *
   * @param despiteDamage whether pages that are damaged are left out, instead of refusing the day
   * @param runId the run whose pages are read now, or null before the first
   */
  public record Rebuild(boolean despiteDamage, @Nullable Long runId) {}

  /** Returns the same request for the pages of one run. */
  public DayRequest rebuilding(long runId) {
    boolean despiteDamage = rebuild != null && rebuild.despiteDamage();
    return new DayRequest(
        gateway, date, requestId, reason, null, new Rebuild(despiteDamage, runId));
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
    if (rebuild != null) {
      body.put("rebuild", true).put("despiteDamage", rebuild.despiteDamage());
    }
    return body.toString();
  }
}
