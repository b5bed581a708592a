package io.daybook.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops instances by SIGTERM in the middle of days, also while the database is away, and looks how
 * soon they end and how soon others go on; then compares the tables with the gateways' own books.
 */
public final class StopProof {
  private static final Duration LONGEST_STOP = Duration.ofMinutes(2);
  private static final int STOP_SECONDS_MAX = 30;
  private static final int GO_ON_SECONDS_MAX = 10;

  /** 128 and the signal's number, as for any process that ends by SIGTERM. */
  private static final int EXIT_CODE = 143;

  private final StopPlan plan;
  private final Stage stage;
  private final Site site;
  private final RunTable runs;
  private final Report report;
  private final List<Stop> stops = new ArrayList<>();
  private final List<Stop> databaseAway = new ArrayList<>();

  private StopProof(StopPlan plan, Stage stage) {
    this.plan = plan;
    this.stage = stage;
    site = stage.site();
    runs = stage.runs();
    report = stage.report();
  }

  public static void main(String[] arguments) {
    Proofs.main(() -> faults(StopPlan.LONG));
  }

  /** Returns what did not hold. */
  public static List<String> faults(StopPlan plan) {
    Accounts accounts = new Accounts(plan.stripes(), plan.moyasars(), plan.days(), plan.perDay());
    Site site = plan.site("stop", accounts);
    try (Stage stage = new Stage(site, plan.pageMillis(), plan.seed())) {
      return new StopProof(plan, stage).run();
    }
  }

  private List<String> run() {
    stage.begin(plan.instances());
    while (inTheMiddle() < plan.stops()) {
      stops.add(told(stop(busy())));
    }
    if (plan.databaseAway()) {
      stopWhileTheDatabaseRefuses();
      stopWhileTheDatabaseIsSilent();
    }
    return stage.end(this::verdict);
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

  private Instance busy() {
    return stage.busy(this::askIfFew);
  }

  private void askIfFew() {
    if (site.asked() < plan.instances()) {
      site.accounts()
          .names()
          .forEach(gateway -> site.ask(gateway, stage.any(site.accounts().days())));
    }
  }

  private Stop stop(Instance victim) {
    Instant at = Instant.now();
    victim.terminate();
    int code = victim.exitCode(LONGEST_STOP);
    Stop stop = new Stop(victim, at, Instant.now(), code);
    victim.kill();
    stage.fleet().replace(victim);
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
    report.say("instances that ended by themselves: %d", stage.fleet().endedByThemselves());
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
