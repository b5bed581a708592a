package io.daybook.proof;

import static org.awaitility.Awaitility.await;

import io.daybook.sandbox.Comparison;
import io.daybook.testing.Shops;
import io.daybook.testing.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Many gateways, many days each, several instances, and one attempt in ten fails: the days of each
 * gateway are begun in the order asked, and the gateways that never fail are as quick as if none
 * did. Prints what it counts, and exits 1 if anything is out of order, lost, doubled or slow.
 */
public final class OrderProof implements AutoCloseable {
  private static final int PER_DAY = 12;
  private static final int ATTEMPTS = 3;
  private static final int RETRIES = 2;
  private static final double SHARE_MIN = 0.9;

  /** How much of everything, and how long each answer of a gateway takes. */
  public record Size(int gateways, int days, int instances, int workers, Duration latency) {}

  private final Size size;
  private final LocalDate first;
  private final World world;
  private final RunLog log;
  private final Shops shops;
  private final SickShops sick;

  public OrderProof(Size size, int retryDelaySeconds, int pageRetryMillis) {
    this.size = size;
    first = World.YESTERDAY.minusDays(size.days() - 1L);
    shops = new Shops(size.gateways(), PER_DAY, first, World.YESTERDAY);
    sick = new SickShops(size.latency());
    shops.behave(sick::answer);
    world = shops.in(new World());
    log = new RunLog(world.sql());
    world
        .with("daybook.worker.concurrency", String.valueOf(size.workers()))
        .with("daybook.worker.attempts", String.valueOf(ATTEMPTS))
        .with("daybook.worker.retry-delay", String.valueOf(retryDelaySeconds))
        .with("daybook.http.retries", String.valueOf(RETRIES))
        .with("daybook.http.retry-delay-millis", String.valueOf(pageRetryMillis));
  }

  public OrderProof infect() {
    sick.infect(size.gateways(), first, size.days(), ATTEMPTS, RETRIES);
    return this;
  }

  /** Asks for all days, the oldest first, and waits until each is stored or dead-lettered. */
  public OrderProof run() {
    start();
    awaitEmptyQueue();
    return this;
  }

  private void start() {
    first.datesUntil(World.YESTERDAY.plusDays(1)).forEach(this::askAll);
    for (int i = 1; i <= size.instances(); i++) {
      world.with("daybook.instance", "instance-" + i).start();
    }
  }

  private void askAll(LocalDate date) {
    shops.names().forEach(shop -> world.queues().send(shop, day(shop, date)));
  }

  private static String day(String shop, LocalDate date) {
    return "{\"gateway\":\"%s\",\"date\":\"%s\"}".formatted(shop, date);
  }

  private void awaitEmptyQueue() {
    await("empty days queue")
        .atMost(Duration.ofMinutes(20))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> world.queues().size(world.queues().daysUrl()) == 0);
  }

  /** Heals all gateways and asks again for what was dead-lettered. Returns how many days. */
  public int redrive() {
    sick.heal();
    List<String> bodies = log.lines("SELECT body FROM dead_letters WHERE state = 'open'");
    bodies.forEach(body -> world.queues().send("redriven", body, "redriven"));
    awaitEmptyQueue();
    return bodies.size();
  }

  /** Whatever began out of order; none if the promise holds. */
  public List<String> disorder() {
    return log.disorder();
  }

  /** Whatever differs from the gateways' own books. */
  public List<String> differences() {
    return new Comparison(world.database(), shops.truth()).differences();
  }

  private double healthyDaysPerSecond() {
    return log.daysPerSecond(
        IntStream.range(0, size.gateways())
            .filter(SickShops::isHealthy)
            .mapToObj(Shops::name)
            .toList());
  }

  /** Failed attempts, by the table of runs. */
  public long failedAttempts() {
    return log.number("SELECT count(*) FROM runs WHERE outcome = 'failed'");
  }

  /** Attempts that were made to fail. */
  public int failingAttempts() {
    return sick.failingAttempts();
  }

  @Override
  public void close() {
    world.close();
    shops.close();
  }

  public static void main(String[] args) {
    Size size = new Size(20, 20, 2, 8, Duration.ofSeconds(2));
    Proofs.main(() -> prove(size) ? List.of() : List.of("order, books or pace; see above"));
  }

  /** Side by side with the same days without faults, so that what else is done here slows both. */
  private static boolean prove(Size size) {
    try (OrderProof quiet = new OrderProof(size, 5, 1_000);
        OrderProof sick = new OrderProof(size, 5, 1_000).infect()) {
      quiet.start();
      sick.start();
      quiet.awaitEmptyQueue();
      sick.awaitEmptyQueue();
      return sick.told(quiet.healthyDaysPerSecond());
    }
  }

  private boolean told(double quiet) {
    double healthy = healthyDaysPerSecond();
    System.out.printf(
        Locale.ROOT,
        "healthy gateways: %.2f days/s without faults, %.2f with, which is %.0f %%%n",
        quiet,
        healthy,
        100 * healthy / quiet);
    System.out.printf(
        "%d runs in %d s by %d instances, %d failed of %d made to fail, causes %s%n",
        log.number("SELECT count(*) FROM runs"),
        log.number("SELECT extract(epoch FROM max(finished_at) - min(started_at)) FROM runs"),
        log.number("SELECT count(DISTINCT instance) FROM runs"),
        failedAttempts(),
        failingAttempts(),
        log.lines("SELECT DISTINCT cause FROM runs WHERE cause IS NOT NULL ORDER BY 1"));
    List<String> disorder = disorder();
    System.out.printf("out of order: %d%n", disorder.size());
    disorder.forEach(System.out::println);
    System.out.printf("dead-lettered and redriven: %d%n", redrive());
    List<String> differences = differences();
    System.out.printf(
        "%d rows of %d days, %d differences from the gateways' books%n",
        log.number("SELECT count(*) FROM transactions"),
        log.number("SELECT count(*) FROM days WHERE state = 'stored'"),
        differences.size());
    differences.forEach(System.out::println);
    boolean allFailed = failedAttempts() == failingAttempts();
    return disorder.isEmpty()
        && disorder().isEmpty()
        && differences.isEmpty()
        && allFailed
        && healthy >= SHARE_MIN * quiet;
  }
}
