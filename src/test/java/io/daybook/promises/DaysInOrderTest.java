package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.Comparison;
import io.daybook.sandbox.History;
import io.daybook.sandbox.Kind;
import io.daybook.sandbox.Ledger;
import io.daybook.sandbox.Truth;
import io.daybook.testing.World;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One gateway's days are worked in the order asked, different gateways' side by side. */
class DaysInOrderTest {
  private static final int GATEWAYS = 20;
  private static final int WORKERS = 4;
  private static final LocalDate FIRST = World.YESTERDAY.minusDays(2);

  private final World world =
      new World().with("daybook.worker.concurrency", String.valueOf(WORKERS));
  private final Watch watch = new Watch(world);
  private final List<Ledger> ledgers =
      IntStream.range(0, GATEWAYS)
          .mapToObj(i -> new History("shop-%02d".formatted(i), Kind.STRIPE, ZoneOffset.UTC, 25))
          .map(history -> history.between(FIRST, World.YESTERDAY))
          .toList();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void twenty_gateways_are_worked_side_by_side_and_each_in_the_order_asked() {
    ledgers.forEach(this::open);
    world.with(
        "daybook.gateways",
        ledgers.stream().map(Ledger::gateway).collect(Collectors.joining(",", "stripe,", "")));
    world.gateways().stripe().behave(Behaviour.slow(Duration.ofMillis(100)));
    FIRST.datesUntil(World.YESTERDAY.plusDays(1)).forEach(this::askAll);
    world.start();
    watch.untilSucceeded(GATEWAYS * 3);

    assertThat(
            new Comparison(world.database(), new Truth(ledgers.toArray(Ledger[]::new)))
                .differences())
        .isEmpty();
    assertThat(watch.number("SELECT count(*) FROM runs")).isEqualTo(GATEWAYS * 3);
    assertThat(
            watch.lines(
                """
                SELECT gateway || ' ' || business_date FROM (
                  SELECT *, lag(business_date) OVER (PARTITION BY gateway ORDER BY started_at, run_id) AS before
                  FROM runs) r
                WHERE before >= business_date
                """))
        .as("worked after a later day of the same gateway")
        .isEmpty();
    assertThat(watch.number(overlapping("a.gateway = b.gateway")))
        .as("runs of one gateway at the same time")
        .isZero();
    assertThat(watch.number(overlapping("a.gateway <> b.gateway")))
        .as("runs of different gateways at the same time")
        .isPositive();
    assertThat(
            watch.number(
                """
                SELECT max((SELECT count(*) FROM runs b
                            WHERE b.started_at <= a.started_at AND a.started_at < b.finished_at))
                FROM runs a
                """))
        .as("most runs at once")
        .isBetween(2L, (long) WORKERS);
  }

  private static String overlapping(String which) {
    return "SELECT count(*) FROM runs a JOIN runs b ON a.run_id < b.run_id AND "
        + which
        + " AND a.started_at < b.finished_at AND b.started_at < a.finished_at";
  }

  private void open(Ledger ledger) {
    String prefix = "daybook.gateway." + ledger.gateway() + ".";
    String key = "sk_test_" + ledger.gateway();
    world.gateways().stripe().account(key, ledger);
    world
        .with(prefix + "provider", "stripe")
        .with(prefix + "url", world.gateways().stripe().url())
        .with(prefix + "secret-key", key)
        .with(prefix + "settle-delay", "PT0S");
  }

  private void askAll(LocalDate date) {
    for (Ledger ledger : ledgers) {
      world.queues().send(ledger.gateway(), Watch.day(ledger.gateway(), date));
    }
  }
}
