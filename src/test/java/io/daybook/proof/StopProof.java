package io.daybook.proof;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Stops instances by SIGTERM in the middle of days, also while the database is away, and looks how
 * soon they end and how soon others go on; then compares the tables with the gateways' own books.
 */
public final class StopProof {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration LONGEST_STOP = Duration.ofMinutes(2);
  private static final int STOP_SECONDS_MAX = 30;
  private static final int GO_ON_SECONDS_MAX = 10;

  /** 128 and the signal's number, as for any process that ends by SIGTERM. */
  private static final int EXIT_CODE = 143;

  private final StopPlan plan;
  private final Site site;
  private final RunTable runs;
  private final Fleet fleet;
  private final Report report = new Report();
  private final Random random;
  private final List<Stop> stops = new ArrayList<>();
  private final List<Stop> databaseAway = new ArrayList<>();

  public StopProof(StopPlan plan) {
    this.plan = plan;
    Accounts accounts = new Accounts(plan.stripes(), plan.moyasars(), plan.days(), plan.perDay());
    site = plan.site("stop", accounts);
    runs = new RunTable(site);
    fleet = new Fleet(site, FastStart.of(site.settings()));
    random = new Random(plan.seed());
    accounts.throttle(Duration.ofMillis(plan.pageMillis()));
  }

  public static void main(String[] arguments) {
    Proofs.main(() -> new StopProof(StopPlan.LONG).run());
  }

  /** Returns what did not hold. */
  public List<String> run() {
    try {
      report.say("%d transactions; seed %d", site.accounts().transactions(), plan.seed());
      fleet.start(plan.instances()).awaitUp();
      report.say("%d instances are up", plan.instances());
      site.askAll();
      while (inTheMiddle() < plan.stops()) {
        stops.add(told(stop(busy())));
      }
      if (plan.databaseAway()) {
        stopWhileTheDatabaseRefuses();
        stopWhileTheDatabaseIsSilent();
      }
      await("all days are done")
          .atMost(LONGEST)
          .pollInterval(Duration.ofMillis(500))
          .until(runs::allDone);
      verdict();
      return report.faults();
    } finally {
      fleet.close();
      site.close();
    }
  }

  private void stopWhileTheDatabaseRefuses() {
    Instance victim = busy();
    site.databaseServer().stop();
    report.say("the database is stopped");
    Stop stop = stop(victim);
    site.databaseServer().resume();
    databaseAway.add(told(stop));
  }

  private void stopWhileTheDatabaseIsSilent() {
    Instance victim = busy();
    site.databaseRelay().silence();
    report.say("the database does not answer");
    Stop stop = stop(victim);
    site.databaseRelay().mend();
    databaseAway.add(told(stop));
  }

  /** One that is in the middle of a day, when another one can go on. */
  private Instance busy() {
    Instance victim =
        await("an instance in the middle of a day, and another one that goes on")
            .atMost(LONGEST)
            .pollInterval(Duration.ofMillis(50))
            .until(this::candidate, found -> !found.isEmpty())
            .get(0);
    Proofs.pause(random.nextInt(plan.pageMillis()));
    return victim;
  }

  private List<Instance> candidate() {
    if (site.asked() < plan.instances()) {
      site.accounts().names().forEach(gateway -> site.ask(gateway, any(site.accounts().days())));
    }
    List<Instance> up = fleet.up();
    List<Instance> busy = up.stream().filter(i -> !runs.inTheMiddle(i).isEmpty()).toList();
    return up.size() < 2 || busy.isEmpty() ? List.of() : List.of(any(busy));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Stop stop(Instance victim) {
    Instant at = Instant.now();
    victim.terminate();
    int code = victim.exitCode(LONGEST_STOP);
    Stop stop = new Stop(victim, at, Instant.now(), code);
    victim.kill();
    fleet.replace(victim);
    return stop;
  }

  private Stop told(Stop stop) {
    report.say(
        "%s ended after %.1f s with %d: %s",
        stop.victim().name(), stop.seconds(), stop.exitCode(), stop.runs(runs));
    return stop;
  }

  private long inTheMiddle() {
    return stops.stream().filter(s -> s.runs(runs).stream().anyMatch(runs::isInTheMiddle)).count();
  }

  private void verdict() {
    report.atLeast("stops in the middle of a day", plan.stops(), inTheMiddle());
    report.atMost("longest stop in seconds", STOP_SECONDS_MAX, longest(stops));
    report.equal(
        "exit codes", List.of(EXIT_CODE), stops.stream().map(Stop::exitCode).distinct().toList());
    List<RunRow> stopped = stops.stream().flatMap(stop -> stop.runs(runs).stream()).toList();
    report.equal(
        "runs stopped but not ended",
        List.of(),
        stopped.stream().filter(r -> !r.outcome().equals("stopped")).toList());
    report.atMost(
        "longest from a run's end to the day's next run in seconds",
        GO_ON_SECONDS_MAX,
        stopped.stream().mapToDouble(this::secondsToNext).max().orElse(0));
    for (Stop stop : databaseAway) {
      report.atMost("stop while the database is away in seconds", STOP_SECONDS_MAX, stop.seconds());
      report.equal("its exit code", EXIT_CODE, stop.exitCode());
    }
    report.equal(
        "succeeded runs that did not read their whole day",
        0,
        runs.number(
            "SELECT count(*) FROM runs WHERE outcome = 'succeeded' AND fetched <> ?",
            plan.perDay()));
    // One that starts while the database is stopped ends with a clear line, and its host starts it
    // again.
    report.say("instances that ended by themselves: %d", fleet.endedByThemselves());
    report.compare(site);
  }

  private double secondsToNext(RunRow run) {
    RunRow next =
        runs.next(run)
            .orElseThrow(() -> new IllegalStateException(run + " was never gone on with"));
    return Duration.between(run.finishedAt().orElseThrow(), next.startedAt()).toMillis() / 1000.0;
  }

  private static double longest(List<Stop> stops) {
    return stops.stream().mapToDouble(Stop::seconds).max().orElse(0);
  }
}
