package io.daybook.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.Application;
import io.daybook.command.Shell;
import io.daybook.sandbox.Comparison;
import io.daybook.sandbox.History;
import io.daybook.sandbox.Kind;
import io.daybook.sandbox.Ledger;
import io.daybook.testing.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Everything is off for some days. Each of them is visible as missing meanwhile; after the start
 * they are asked for oldest first and stored, and in the end all are sealed, by what their gateway
 * declares or by a quiet recheck. Nobody acts.
 */
public final class DaysOffProof {
  private static final Pattern MISSING = Pattern.compile("\"state\"\\s*:\\s*\"missing\"");
  private static final Map<String, Kind> KINDS =
      Map.of("stripe", Kind.STRIPE, "stripe-uae", Kind.STRIPE, "moyasar", Kind.MOYASAR);

  private static final int LAST_RECHECK = 7;

  private final World world =
      new World()
          .with("daybook.schedule.enabled", "true")
          .with("daybook.schedule.recheck-days", "1,3," + LAST_RECHECK);
  private final int days;
  private final int transactions;

  /** So many simulated days, with so many transactions of each gateway a day. */
  public DaysOffProof(int days, int transactions) {
    this.days = days;
    this.transactions = transactions;
  }

  public static void main(String[] args) {
    Proofs.main(
        () -> {
          new DaysOffProof(5, 5_000).run();
          return List.of();
        });
  }

  public void run() {
    try {
      KINDS.keySet().forEach(this::beginYesterday);
      Application before = world.start();
      untilSucceeded(KINDS.size());
      before.close();
      say("yesterday is stored for %d gateways; everything stops".formatted(KINDS.size()));

      for (int day = 1; day <= days; day++) {
        LocalDate passed = World.YESTERDAY.plusDays(day);
        KINDS.keySet().forEach(gateway -> goOn(gateway, passed));
        world.later(Duration.ofDays(1));
        assertThat(missing()).as("missing after %d days", day).isEqualTo((long) day * KINDS.size());
      }
      say("%d days later: %d days are shown as missing".formatted(days, missing()));

      long start = System.nanoTime();
      world.start();
      // The day before has its first recheck now.
      untilSucceeded((days + 2) * KINDS.size());
      say("stored %.1f s after the start".formatted((System.nanoTime() - start) / 1e9));
      check();
      sealed();
    } finally {
      world.close();
    }
  }

  private void beginYesterday(String gateway) {
    world.with("daybook.gateway." + gateway + ".since", World.YESTERDAY.toString());
  }

  private void goOn(String gateway, LocalDate date) {
    Ledger ledger = world.gateways().truth().ledger(gateway);
    History history = new History(gateway, KINDS.get(gateway), ledger.zone(), transactions);
    ledger.addAll(history.day(date, transactions));
  }

  private long missing() {
    Shell.Result status = new Shell(world).type("status", "--json");
    return MISSING.matcher(status.out()).results().count();
  }

  private void check() {
    assertThat(missing()).as("missing").isZero();
    assertThat(
            lines(
                """
                SELECT gateway || ' ' || business_date FROM (
                  SELECT *, lag(business_date) OVER (PARTITION BY gateway ORDER BY run_id) AS before FROM runs) r
                WHERE before > business_date
                """))
        .as("asked for after a later day of the same gateway")
        .isEmpty();
    assertThat(lines("SELECT DISTINCT state FROM days WHERE gateway = 'moyasar'"))
        .as("states where the gateway declares its count")
        .containsExactly("sealed");
    assertThat(lines("SELECT gateway FROM runs WHERE request_id IS NOT NULL"))
        .as("asked for by somebody")
        .isEmpty();
    LocalDate last = World.YESTERDAY.plusDays(days);
    Comparison comparison = new Comparison(world.database(), world.gateways().truth());
    for (String gateway : KINDS.keySet()) {
      World.YESTERDAY
          .datesUntil(last.plusDays(1))
          .forEach(date -> assertThat(comparison.differences(gateway, date)).isEmpty());
    }
    say(
        "oldest first, %s transactions as in the gateways' own books"
            .formatted(lines("SELECT count(*)::text FROM transactions")));
  }

  private void sealed() {
    world.later(Duration.ofDays(LAST_RECHECK + 1)).startAnew();
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> unsealed().isEmpty());
    say(
        "%d days later all of these days are sealed: %s"
            .formatted(
                LAST_RECHECK + 1,
                lines(
                    "SELECT proof || ' ' || count(*) FROM days WHERE transactions > 0 GROUP BY proof ORDER BY 1")));
  }

  /** Of the days that had transactions; what follows them is empty, and proven by nothing. */
  private List<String> unsealed() {
    return lines(
        "SELECT gateway || ' ' || business_date FROM days WHERE transactions > 0 AND state <> 'sealed'");
  }

  private void untilSucceeded(int runs) {
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                lines("SELECT 'x' FROM runs WHERE outcome = 'succeeded'").size() == runs
                    && world.queues().size(world.queues().daysUrl()) == 0);
  }

  private List<String> lines(String sql) {
    return world.sql().queryForList(sql, String.class);
  }

  private static void say(String line) {
    System.out.println("days off: " + line);
  }
}
