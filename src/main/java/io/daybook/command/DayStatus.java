package io.daybook.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one day, and what is being done about it.
 *
 * @param due whether the day is over and settled, and not before the gateway's first due day
 * @param gatewayKnown whether any day of the gateway has a row
 * @param openLetter the oldest open dead letter of the day itself
 */
record DayStatus(
    String gateway,
    LocalDate date,
    boolean due,
    boolean gatewayKnown,
    String state,
    @Nullable String proof,
    long transactions,
    @Nullable Long declared,
    List<Amount> amounts,
    long rejected,
    long vanished,
    @Nullable LastRun lastRun,
    Work work,
    @Nullable Acceptance acceptance,
    @Nullable String cause,
    @Nullable String error,
    @Nullable Long openLetter) {

  static final String MISSING = "missing";
  static final String MISMATCH = "mismatch";
  private static final String SEALED = "sealed";

  DayStatus {
    amounts = List.copyOf(amounts);
  }

  static DayStatus of(ResultSet row, int number) throws SQLException {
    return new DayStatus(
        row.getString("gateway"),
        row.getObject("business_date", LocalDate.class),
        row.getBoolean("due"),
        row.getBoolean("gateway_known"),
        row.getString("state"),
        row.getString("proof"),
        row.getLong("transactions"),
        row.getObject("declared", Long.class),
        Amount.list(row.getString("totals")),
        row.getLong("rejected"),
        row.getLong("vanished"),
        LastRun.of(row),
        Work.of(row),
        Acceptance.of(row),
        row.getString("cause"),
        row.getString("error"),
        row.getObject("open_letter", Long.class));
  }

  boolean isMissing() {
    return state.equals(MISSING);
  }

  boolean isSealed() {
    return state.equals(SEALED);
  }

  /** Whether a person answers for its mismatch. */
  boolean isAccepted() {
    return acceptance != null && state.equals(MISMATCH);
  }

  /** How the day stands, in the words of the table: the state and what qualifies it. */
  String standing() {
    if (isAccepted()) {
      return state + " (accepted)";
    }
    return proof == null ? state : state + " (" + proof + ")";
  }

  String amountsJoined() {
    return amounts.stream().map(Amount::toString).collect(Collectors.joining(", "));
  }

  String note() {
    StringJoiner note = new StringJoiner("; ");
    if (acceptance != null && isAccepted()) {
      note.add(acceptance.toString());
    }
    if (vanished > 0) {
      note.add(vanished + " vanished");
    }
    return note.toString();
  }

  /** Why, in the words of whoever found out. */
  String why() {
    String told = error == null ? "" : error;
    return cause == null || cause.equals(state) ? told : (cause + ": " + told);
  }

  /** With what is wrong, if anything is; the same names for every day. */
  ObjectNode json(@Nullable Problem problem) {
    ObjectNode json =
        Json.object()
            .put("gateway", gateway)
            .put("date", date.toString())
            .put("due", due)
            .put("state", state)
            .put("proof", proof)
            .put("transactions", transactions)
            .put("declared", declared);
    ArrayNode sums = json.putArray("amounts");
    amounts.forEach(amount -> sums.add(amount.json()));
    json.put("rejected", rejected)
        .put("vanished", vanished)
        .set("lastRun", lastRun == null ? null : lastRun.json());
    json.put("inWork", work.inWork())
        .put("waitsSince", text(work.wantedAt()))
        .put("queuedSince", text(work.askedAt()))
        .put("notBefore", text(work.notBefore()))
        .put("nextCheckAt", text(work.nextCheckAt()))
        .set("accepted", acceptance == null ? null : acceptance.json());
    return json.put("cause", cause)
        .put("error", error)
        .put("problem", problem == null ? null : problem.what())
        .put("why", problem == null ? null : problem.why())
        .put("next", problem == null ? null : problem.next());
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
