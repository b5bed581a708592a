package io.daybook.command;

import io.daybook.message.Excerpt;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of a day's story; null where there is nothing to show. */
final class StoryTables {
  /** Beside the other columns, so that a line stays on the screen. */
  private static final int ERROR_CHARACTERS_MAX = 33;

  private final Facts facts;

  StoryTables(Facts facts) {
    this.facts = facts;
  }

  @Nullable String totalsLine() {
    return facts.parts("totals").isEmpty()
        ? null
        : "declared by the gateway, listed by its last whole download, stored";
  }

  @Nullable Table totals() {
    List<Facts> totals = facts.parts("totals");
    if (totals.isEmpty()) {
      return null;
    }
    Table table =
        new Table(
            "currency",
            ">declared",
            ">amount",
            ">listed",
            ">amount",
            ">stored",
            ">posted",
            ">amount");
    for (Facts total : totals) {
      table.add(
          total.shown("currency"),
          total.shown("declaredCount"),
          amount(total, "declaredMinor"),
          total.shown("listedCount"),
          amount(total, "listedMinor"),
          total.shown("storedCount"),
          total.shown("postedCount"),
          amount(total, "postedMinor"));
    }
    return table;
  }

  private static String amount(Facts total, String name) {
    String minor = total.text(name);
    return minor == null
        ? "-"
        : new Amount(total.shown("currency"), new BigDecimal(minor)).decimal();
  }

  @Nullable String rejectedLine() {
    Facts rejected = facts.part("rejectedTransactions");
    return rejected.number("open") + rejected.number("resolved") == 0
        ? null
        : "%d, and %d that were stored later or are gone"
            .formatted(rejected.number("open"), rejected.number("resolved"));
  }

  @Nullable Table rejected() {
    List<Facts> rejected = facts.parts("lastRejected");
    if (rejected.isEmpty()) {
      return null;
    }
    Table table = new Table(">id", ">run", ">page", ">position", "cause", "error");
    for (Facts each : rejected) {
      table.add(
          each.shown("rejectedId"),
          each.shown("runId"),
          each.shown("page"),
          each.shown("position"),
          each.shown("cause"),
          Excerpt.of(each.shown("error"), ERROR_CHARACTERS_MAX));
    }
    return table;
  }

  @Nullable String lettersLine() {
    Facts letters = facts.part("deadLetters");
    return letters.number("all") == 0
        ? null
        : "%d dead letters, %d open".formatted(letters.number("all"), letters.number("open"));
  }

  @Nullable Table letters() {
    List<Facts> letters = facts.parts("lastDeadLetters");
    if (letters.isEmpty()) {
      return null;
    }
    Table table = new Table(">id", "state", "failed at", ">attempts", ">redrives", "error");
    for (Facts each : letters) {
      table.add(
          each.shown("id"),
          each.shown("state"),
          each.time("failedAt"),
          each.shown("attempts"),
          each.shown("redrives"),
          Excerpt.of(each.error(), ERROR_CHARACTERS_MAX));
    }
    return table;
  }

  @Nullable Table seals() {
    List<Facts> seals = facts.parts("seals");
    if (seals.isEmpty()) {
      return null;
    }
    Table table =
        new Table("proof", ">run", ">declared", ">stored", "sealed at", "no longer valid since");
    for (Facts seal : seals) {
      table.add(
          seal.shown("proof"),
          seal.shown("runId"),
          seal.shown("declared"),
          seal.shown("transactions"),
          seal.time("sealedAt"),
          seal.has("invalidSince") ? seal.time("invalidSince") : "valid");
    }
    return table;
  }
}
