package io.daybook.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of one day, and whether somebody has to do something about it. */
record DayStatus(
    String gateway,
    LocalDate date,
    String state,
    @Nullable String proof,
    long transactions,
    @Nullable Long declared,
    List<Amount> amounts,
    long rejected,
    @Nullable LastRun lastRun,
    boolean inWork,
    @Nullable String cause,
    @Nullable String error) {

  static final String MISSING = "missing";
  private static final String SEALED = "sealed";
  private static final Set<String> PROBLEMS = Set.of(MISSING, "failed", "incomplete", "mismatch");

  DayStatus {
    amounts = List.copyOf(amounts);
  }

  static DayStatus missing(String gateway, LocalDate date) {
    return new DayStatus(
        gateway, date, MISSING, null, 0, null, List.of(), 0, null, false, null, null);
  }

  boolean isSealed() {
    return state.equals(SEALED);
  }

  boolean isProblem() {
    return PROBLEMS.contains(state) || lastRunFailed();
  }

  String stateAndProof() {
    return proof == null ? state : state + " (" + proof + ")";
  }

  String amountsJoined() {
    return amounts.stream().map(Amount::toString).collect(Collectors.joining(", "));
  }

  String problem() {
    return lastRunFailed() && !state.equals(LastRun.FAILED) ? state + ", last run failed" : state;
  }

  /** Why, in the words of whoever found out. */
  String why() {
    if (state.equals(MISSING)) {
      return "due, and never asked for";
    }
    String told = error == null ? "" : error;
    return cause == null || cause.equals(state) ? told : (cause + ": " + told);
  }

  /** The command to type once the cause is gone; typing it too early is safe. */
  String next() {
    return CommandLines.PROGRAM + " request --gateway %s %s".formatted(gateway, date);
  }

  ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("gateway", gateway)
            .put("date", date.toString())
            .put("state", state)
            .put("proof", proof)
            .put("transactions", transactions)
            .put("declared", declared);
    ArrayNode sums = json.putArray("amounts");
    for (Amount amount : amounts) {
      sums.addObject()
          .put("currency", amount.currency())
          .put("minor", amount.minor())
          .put("amount", amount.decimal());
    }
    json.put("rejected", rejected).set("lastRun", lastRun == null ? null : lastRun.json());
    return json.put("inWork", inWork)
        .put("cause", cause)
        .put("error", error)
        .put("next", isProblem() ? next() : null);
  }

  private boolean lastRunFailed() {
    return lastRun != null && lastRun.outcome().equals(LastRun.FAILED);
  }
}
