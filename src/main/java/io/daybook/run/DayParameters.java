package io.daybook.run;

import io.daybook.gateway.BusinessDay;
import io.daybook.gateway.Gateway;
import io.daybook.message.DayRequest;
import java.util.HashMap;
import java.util.Map;

/** A requested day as the statements about days take it. */
public final class DayParameters {

  private DayParameters() {}

  public static Map<String, Object> of(Gateway gateway, DayRequest request) {
    BusinessDay day = gateway.day(request.date());
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("gateway", day.gateway());
    parameters.put("date", day.date().toString());
    parameters.put("zone", day.zone().getId());
    parameters.put("windowFrom", day.from().toString());
    parameters.put("windowTo", day.to().toString());
    parameters.put("requestId", request.requestId());
    parameters.put("reason", request.reason());
    parameters.put("rejectedId", request.rejectedId());
    parameters.put("rebuilds", request.rebuild() == null ? null : request.rebuild().runId());
    return parameters;
  }
}
