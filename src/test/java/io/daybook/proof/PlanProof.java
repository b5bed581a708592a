package io.daybook.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A plan says exactly what the run after it does, and writes nothing: a few changes among many
 * transactions; a provider's file that read the sign of refunds wrongly. And what was changed ten
 * times is shown as it was at ten instants.
 */
public final class PlanProof {
  private static final int CHANGES = 10;
  private static final String RUN =
      """
      SELECT concat_ws(' ', inserted, changed, corrected, unchanged, vanished, rejected, repeated, outside, skipped)
      FROM runs ORDER BY run_id DESC LIMIT 1
      """;
  private static final String DAY =
      "SELECT concat_ws(' ', state, proof, transactions, vanished) FROM days";
  private static final String ROWS =
      """
      SELECT count(*) || ' ' || encode(sha256(string_agg(CAST(concat_ws('|', transaction_id, version, amount_minor,
             status, payload, encode(content_hash, 'hex'), observed_at, vanished_at, run_id) AS bytea), NULL
             ORDER BY transaction_id)), 'hex')
      FROM
      """;

  private final int transactions;
  private final int refunds;
  private final Report report = new Report();

  private PlanProof(int transactions, int refunds) {
    this.transactions = transactions;
    this.refunds = refunds;
  }

  public static void main(String[] args) {
    PlanProof proof = new PlanProof(100_000, 10_000);
    Proofs.main(
        () -> {
          proof.run();
          proof.instants();
          return proof.report.faults();
        });
  }

  /** Returns what did not hold, but for the instants, which have a short form of their own. */
  public static List<String> faults(int transactions, int refunds) {
    PlanProof proof = new PlanProof(transactions, refunds);
    proof.run();
    return proof.report.faults();
  }

  private void run() {
    changes();
    mapping();
  }

  /** 3 new, 2 changed, 1 vanished. */
  private void changes() {
    try (PlanSite site = new PlanSite(UnaryOperator.identity())) {
      List<String> listed = new ArrayList<>(ordinary(0, transactions));
      site.list(listed);
      site.store();
      report.equal("day", "sealed declared-count %d 0".formatted(transactions), day(site));
      listed.set(1, PlanSite.transaction("t-1", 250, 100, ""));
      listed.set(2, PlanSite.transaction("t-2", 100, 100, ",\"seen\":true"));
      listed.remove(transactions - 1);
      listed.addAll(ordinary(transactions, transactions + 3));
      site.list(listed);
      planned(site);
      site.store();
      report.equal(
          "the run", "3 2 0 %d 1 0 0 0 0".formatted(transactions - 3), site.lines(RUN).get(0));
      report.equal("day", "sealed declared-count %d 1".formatted(transactions + 2), day(site));
      report.equal("versions", List.of("t-1 gateway", "t-2 gateway"), superseded(site));
      compare(site, listed);
    }
  }

  private void planned(PlanSite site) {
    List<String> tuples = site.tuples();
    Object archive = site.archive();
    long from = System.nanoTime();
    JsonNode plan = site.plan();
    report.say("planned in %.1f s", (System.nanoTime() - from) / 1e9);
    report.equal("tables that the plan wrote to", List.of(), site.tuplesSince(tuples));
    report.holds(archive.equals(site.archive()), "the archive is as it was before the plan");
    report.equal(
        "the plan",
        "new 3 changed 2 unchanged %d vanished 1 rejected 0 outside 0 repeated 0 skipped 0"
            .formatted(transactions - 3),
        PlanReading.counts(plan));
    report.equal(
        "one by one",
        List.of(
            "new t-" + transactions,
            "new t-" + (transactions + 1),
            "new t-" + (transactions + 2),
            "changed t-1 gateway amount_minor 100 -> 250, $.amount 100 -> 250",
            "changed t-2 gateway $.seen null -> true",
            "vanished t-" + (transactions - 1)),
        PlanReading.each(plan));
  }

  private void compare(PlanSite site, List<String> listed) {
    List<String> payloads =
        site.lines("SELECT CAST(payload AS text) FROM transactions WHERE vanished_at IS NULL");
    report.equal("rows", listed.size(), payloads.size());
    report.holds(Set.copyOf(payloads).equals(Set.copyOf(listed)), "each is what the gateway lists");
  }

  /** The sign of refunds is wrong until the provider's file is corrected. */
  private void mapping() {
    try (PlanSite site = new PlanSite(UnaryOperator.identity())) {
      List<String> listed = new ArrayList<>(ordinary(0, refunds));
      IntStream.range(0, refunds)
          .mapToObj(i -> PlanSite.transaction("r-" + i, 50, -50, ""))
          .forEach(listed::add);
      site.list(listed);
      site.store();
      report.equal("sum with the wrong sign", 150L * refunds, sum(site));
      site.correct("amount: amount", "amount: net");
      List<String> tuples = site.tuples();
      JsonNode plan = site.plan("--limit", "3");
      report.equal("tables that the plan wrote to", List.of(), site.tuplesSince(tuples));
      report.equal(
          "the plan",
          "new 0 changed %1$d unchanged %1$d vanished 0 rejected 0 outside 0 repeated 0 skipped 0"
              .formatted(refunds),
          PlanReading.counts(plan));
      String changed = " mapping amount_minor 50 -> -50";
      report.equal(
          "one by one",
          IntStream.range(0, 3).mapToObj(i -> "changed r-" + i + changed).toList(),
          PlanReading.each(plan));
      report.equal("more", refunds - 3L, plan.get("more").get("changed").asLong());
      site.store();
      corrected(site);
      compare(site, listed);
    }
  }

  private void corrected(PlanSite site) {
    report.equal(
        "the run", "0 %1$d %1$d %1$d 0 0 0 0 0".formatted(refunds), site.lines(RUN).get(0));
    report.equal("sum", 50L * refunds, sum(site));
    report.equal(
        "versions because of",
        List.of("mapping " + refunds),
        site.lines(
            "SELECT superseded_because || ' ' || count(*) FROM transaction_versions GROUP BY superseded_because"));
    report.equal("day", "sealed declared-count %d 0".formatted(2 * refunds), day(site));
    report.equal(
        "seals, of which valid",
        List.of("2 1"),
        site.lines(
            "SELECT count(*) || ' ' || count(*) FILTER (WHERE invalid_since IS NULL) FROM seals"));
  }

  private void instants() {
    try (PlanSite site = new PlanSite(UnaryOperator.identity())) {
      List<String> dumps = new ArrayList<>();
      List<String> instants = new ArrayList<>();
      for (int change = 1; change <= CHANGES; change++) {
        site.list(changed(change));
        site.store();
        dumps.add(site.lines(ROWS + "transactions").get(0));
        instants.add(site.lines("SELECT CAST(clock_timestamp() AS text)").get(0));
      }
      report.equal(
          "versions of t-0",
          (long) CHANGES,
          site.number("SELECT max(version) FROM transaction_history WHERE transaction_id = 't-0'"));
      for (int i = 0; i < CHANGES; i++) {
        String at = "CAST('" + instants.get(i) + "' AS timestamptz)";
        String found =
            site.lines(
                    ROWS
                        + "transaction_history WHERE valid_from <= %1$s AND valid_until > %1$s"
                            .formatted(at))
                .get(0);
        report.holds(dumps.get(i).equals(found), "as of instant %d the table is its dump", i + 1);
      }
    }
  }

  /** With so many transactions whose amount is another each time. */
  private List<String> changed(int change) {
    List<String> listed = new ArrayList<>(ordinary(0, refunds));
    for (int i = 0; i < change; i++) {
      listed.set(i, PlanSite.transaction("t-" + i, 1_000 + change, 100, ""));
    }
    return listed;
  }

  private static List<String> ordinary(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> PlanSite.transaction("t-" + i, 100, 100, ""))
        .toList();
  }

  private static String day(PlanSite site) {
    return site.lines(DAY).get(0);
  }

  private static long sum(PlanSite site) {
    return site.number("SELECT sum(amount_minor) FROM transactions WHERE effect = 'posted'");
  }

  private static List<String> superseded(PlanSite site) {
    return site.lines(
        "SELECT transaction_id || ' ' || superseded_because FROM transaction_versions ORDER BY 1");
  }
}
