package io.daybook.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.Application;
import io.daybook.command.Shell;
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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Years are asked for at once. Yesterday does not wait for them, the queue holds only a few of them
 * at a time, and if everything stops for longer than a message lives, nothing is forgotten.
 */
public final class BackfillProof {
  private static final String SHOP = "shop";
  private static final String KEY = "sk_test_shop";
  private static final int AHEAD = 3;

  private final World world = new World().with("daybook.schedule.recheck-days", "");
  private final Shell shell = new Shell(world);
  private final AtomicInteger most = new AtomicInteger();
  private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();
  private final int days;
  private final int transactions;

  /** So many days, with so many transactions each. */
  public BackfillProof(int days, int transactions) {
    this.days = days;
    this.transactions = transactions;
  }

  public static void main(String[] args) {
    Proofs.main(
        () -> {
          new BackfillProof(1_096, 20).run();
          return List.of();
        });
  }

  public void run() {
    LocalDate first = World.YESTERDAY.minusDays(days);
    Ledger ledger =
        new History(SHOP, Kind.STRIPE, ZoneOffset.UTC, transactions)
            .between(first, World.YESTERDAY);
    try {
      open(ledger);
      Application before = world.start();
      ask(first + ".." + World.YESTERDAY.minusDays(1), "--only", "all");
      until(days, "SELECT count(*) FROM days");
      say("%d days are noted as wanted".formatted(days));
      Future<?> unused = sampler.scheduleWithFixedDelay(this::sample, 0, 20, TimeUnit.MILLISECONDS);

      long asked = System.nanoTime();
      ask(World.YESTERDAY.toString());
      until(
          1,
          "SELECT count(*) FROM days WHERE state IN ('stored', 'sealed') AND business_date = '%s'"
              .formatted(World.YESTERDAY));
      double seconds = (System.nanoTime() - asked) / 1e9;
      say(
          "yesterday was stored %.1f s after it was asked for, with %d days of the range left"
              .formatted(seconds, days - stored() + 1));
      assertThat(seconds).isLessThan(60);
      assertThat(stored()).as("stored when yesterday was").isLessThan(days);

      await().atMost(Duration.ofMinutes(30)).until(() -> stored() > days / 2);
      before.close();
      loseTheQueue();
      world.later(Duration.ofDays(15));
      say("everything stops at %d days, for 15 days; the queue is empty".formatted(stored()));

      world.with("daybook.schedule.enabled", "true").with("daybook.schedule.lookback-days", "0");
      world.start();
      until(days + 1, "SELECT count(*) FROM days WHERE state IN ('stored', 'sealed')");
      sampler.shutdownNow();
      say(
          "all %d days are stored; the queue held at most %d messages: 3 of the range, yesterday's, and one that is done"
              .formatted(days + 1, most.get()));
      assertThat(most.get()).isBetween(1, AHEAD + 2); // yesterday, and one that is done
      assertThat(new Comparison(world.database(), new Truth(ledger)).differences()).isEmpty();
      say(
          "all %d transactions are as in the gateway's own books"
              .formatted(number("SELECT count(*) FROM transactions")));
    } finally {
      sampler.shutdownNow();
      world.close();
    }
  }

  private void open(Ledger ledger) {
    world.gateways().stripe().account(KEY, ledger);
    String prefix = "daybook.gateway." + SHOP + ".";
    world
        .with("daybook.gateways", SHOP)
        .with(prefix + "provider", "stripe")
        .with(prefix + "url", world.gateways().stripe().url())
        .with(prefix + "secret-key", KEY)
        .with(prefix + "settle-delay", "PT0S");
    world
        .settings()
        .keySet()
        .removeIf(name -> name.matches("daybook.gateway.(stripe|stripe-uae|moyasar)\\..*"));
  }

  private void ask(String... more) {
    String[] command = new String[more.length + 3];
    System.arraycopy(new String[] {"request", "--gateway", SHOP}, 0, command, 0, 3);
    System.arraycopy(more, 0, command, 3, more.length);
    Shell.Result result = shell.type(command);
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  private void sample() {
    most.accumulateAndGet(world.queues().size(world.queues().daysUrl()), Math::max);
  }

  private void loseTheQueue() {
    world.queues().sqs().purgeQueue(q -> q.queueUrl(world.queues().daysUrl()));
    assertThat(world.queues().size(world.queues().daysUrl())).isZero();
    assertThat(number("SELECT count(*) FROM days WHERE wanted_at IS NULL AND asked_at IS NOT NULL"))
        .as("days whose message is lost")
        .isPositive();
  }

  private long stored() {
    return number("SELECT count(*) FROM days WHERE state IN ('stored', 'sealed')");
  }

  private void until(long expected, String sql) {
    await()
        .atMost(Duration.ofMinutes(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> number(sql) == expected);
  }

  private long number(String sql) {
    Long number = world.sql().queryForObject(sql, Long.class);
    return number == null ? 0 : number;
  }

  private static void say(String line) {
    System.out.println("backfill: " + line);
  }
}
