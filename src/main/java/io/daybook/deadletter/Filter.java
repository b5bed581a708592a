package io.daybook.deadletter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant; an empty list or no date leaves all.
 *
 * @param state one of the states, or {@code all}
 */
public record Filter(
    String state,
    List<Long> ids,
    List<String> gateways,
    List<String> causes,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  public Filter {
    ids = List.copyOf(ids);
    gateways = List.copyOf(gateways);
    causes = List.copyOf(causes);
  }

  public static Filter ofIds(List<Long> ids) {
    return new Filter("all", ids, List.of(), List.of(), null, null);
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("state", state);
    parameters.put("ids", ids.toArray(Long[]::new));
    parameters.put("gateways", gateways.toArray(String[]::new));
    parameters.put("causes", causes.toArray(String[]::new));
    parameters.put("from", from);
    parameters.put("to", to);
    return parameters;
  }
}
