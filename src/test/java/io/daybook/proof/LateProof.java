package io.daybook.proof;

import static org.awaitility.Awaitility.await;

import io.daybook.sandbox.Comparison;
import io.daybook.sandbox.Kind;
import io.daybook.sandbox.Totals;
import io.daybook.testing.ManualClock;
import io.daybook.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Some transactions of each day are listed only after its first download, also on the day's very
 * edges. The schedule alone finds them, in simulated time, and Daybook tells which they are.
 */
public final class LateProof {
  /** New York's clocks change on 10 March 2024, so that its day has 23 hours. */
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 9);

  private static final int QUIET_DAYS = 7;
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");
  private static final Duration LONGEST = Duration.ofMinutes(20);

  private final World world = new World();
  private final Report report = new Report();
  private final List<LateAccount> accounts;
  private final List<LocalDate> dates;

  /** Those that pass until the last recheck. */
  private final List<LocalDate> quiet;

  private final ManualClock clock;
  private final LateAccounts gateways;
  private final LateFindings findings;

  private LateProof(List<LateAccount> accounts, int days, int perDay, long seed) {
    Random random = new Random(seed);
    this.accounts = accounts;
    dates = FIRST.datesUntil(FIRST.plusDays(days)).toList();
    LocalDate behind = FIRST.plusDays(days);
    quiet = behind.datesUntil(behind.plusDays(QUIET_DAYS)).toList();
    accounts.forEach(account -> account.fill(dates, perDay, quiet, random));
    clock = new ManualClock(accounts.get(0).start(FIRST));
    world
        .by(clock)
        .with("daybook.schedule.enabled", "true")
        .with("daybook.schedule.cron", "* * * * * ?");
    gateways = new LateAccounts(accounts, world, FIRST);
    findings = new LateFindings(world, report);
    report.say(
        "%d accounts, %d days of %d transactions; seed %d", accounts.size(), days, perDay, seed);
  }

  /** Four accounts and 100,000 transactions. */
  public static LateProof large() {
    return new LateProof(
        List.of(
            new LateAccount("list-prompt", Kind.STRIPE, ZoneId.of("UTC"), Duration.ZERO),
            new LateAccount("list-new-york", Kind.STRIPE, NEW_YORK, Duration.ofHours(2)),
            new LateAccount("count-prompt", Kind.MOYASAR, RIYADH, Duration.ofMinutes(15)),
            new LateAccount("count-patient", Kind.MOYASAR, NEW_YORK, Duration.ofHours(4))),
        5,
        5_000,
        System.nanoTime() % 1_000_000);
  }

  /** One account of each kind and two days. */
  public static LateProof small() {
    return new LateProof(
        List.of(
            new LateAccount("list-new-york", Kind.STRIPE, NEW_YORK, Duration.ofHours(2)),
            new LateAccount("count-prompt", Kind.MOYASAR, RIYADH, Duration.ZERO)),
        2,
        200,
        System.nanoTime() % 1_000_000);
  }

  public static void main(String[] arguments) {
    Proofs.main(() -> large().run());
  }

  /** Returns what did not hold. */
  public List<String> run() {
    try {
      world.start();
      int downloads = passTime();
      report.equal("downloads that somebody asked for", 0, findings.askedFor());
      report.equal("downloads", downloads, findings.runs());
      accounts.forEach(account -> dates.forEach(date -> findings.check(account, date)));
      report.equal("late transactions", injected(), findings.late());
      compare();
      return report.faults();
    } finally {
      world.close();
      gateways.close();
    }
  }

  /** Returns how many downloads there must have been. */
  private int passTime() {
    List<LocalDate> all = Stream.concat(dates.stream(), quiet.stream()).toList();
    PromptSchedule schedule = new PromptSchedule(accounts, all);
    int downloads = 0;
    for (Instant moment : moments()) {
      int due = schedule.downloads(moment);
      clock.forward(moment);
      downloads += due;
      until(downloads);
      report.say("%s: %d downloads", moment, due);
    }
    return downloads;
  }

  /** When each day is due for the first time, and then when the last day's rechecks are. */
  private NavigableSet<Instant> moments() {
    NavigableSet<Instant> moments = new TreeSet<>();
    accounts.forEach(account -> dates.forEach(date -> moments.add(account.due(date))));
    Instant last = moments.last();
    PromptSchedule.RECHECK_DAYS.forEach(days -> moments.add(last.plus(Duration.ofDays(days))));
    return moments;
  }

  private void until(int downloads) {
    await(downloads + " downloads")
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> findings.succeeded() >= downloads);
  }

  private int injected() {
    return accounts.stream()
        .mapToInt(a -> dates.stream().mapToInt(date -> a.lateIds(date).size()).sum())
        .sum();
  }

  private void compare() {
    Comparison comparison = new Comparison(world.database(), gateways.truth());
    Totals books = gateways.truth().totals();
    Totals tables = comparison.stored();
    report.equal("transactions", books.count(), tables.count());
    report.equal("posted by currency", books.postedMinor(), tables.postedMinor());
    report.equal("hash over gateway, id, version", books.hash(), tables.hash());
    report.equal("differences", List.of(), comparison.differences());
    report.equal("messages on the days queue", 0, world.queues().size(world.queues().daysUrl()));
  }
}
