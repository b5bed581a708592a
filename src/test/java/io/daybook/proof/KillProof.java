package io.daybook.proof;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Kills instances at random moments, most of them in the middle of a day, while days are delivered
 * twice, the database is restarted and the queue cannot be reached; then compares the tables with
 * the gateways' own books.
 */
public final class KillProof {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int SECONDS_OF_GRACE = 10;
  private static final int SHOWN = 5;

  private final KillPlan plan;
  private final Site site;
  private final RunTable runs;
  private final Fleet fleet;
  private final Takeovers takeovers;
  private final Report report = new Report();
  private final Random random;
  private final List<Kill> kills = new ArrayList<>();
  private int again;

  public KillProof(KillPlan plan) {
    this.plan = plan;
    Accounts accounts = new Accounts(plan.stripes(), plan.moyasars(), plan.days(), plan.perDay());
    site = plan.site("kill", accounts);
    runs = new RunTable(site);
    takeovers = new Takeovers(runs);
    fleet = new Fleet(site, FastStart.of(site.settings()));
    random = new Random(plan.seed());
    accounts.throttle(Duration.ofMillis(plan.pageMillis()));
  }

  public static void main(String[] arguments) {
    Proofs.main(() -> new KillProof(KillPlan.LONG).run());
  }

  /** Returns what did not hold. */
  public List<String> run() {
    try {
      report.say("%d transactions; seed %d", site.accounts().transactions(), plan.seed());
      fleet.start(plan.instances()).awaitUp();
      report.say("%d instances are up", plan.instances());
      site.askAll();
      plan.twice(site.accounts().days())
          .forEach(d -> site.accounts().names().forEach(g -> again(g, d)));
      while (kills.size() < plan.kills()) {
        troubled(kills.size() + 1);
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

  /** The same day once more, in its account's group or in another one. */
  private void again(String gateway, Object date) {
    site.ask(again++ % 2 == 0 ? gateway : gateway + "/again", gateway, date);
  }

  private void troubled(int number) {
    if (plan.databaseRestartAt(number)) {
      report.say("the database is stopped");
      takeovers.outage(
          site.databaseServer()::stop, this::killAnybody, site.databaseServer()::resume);
      report.say("the database is back");
    } else if (plan.queueOutageAt(number)) {
      report.say("the queue cannot be reached");
      takeovers.outage(site.queueRelay()::cut, this::killDuringOutage, site.queueRelay()::mend);
      report.say("the queue can be reached again");
    } else if (random.nextInt(10) == 0) {
      Proofs.pause(random.nextInt(plan.pauseMillis()));
      killAnybody();
    } else {
      Proofs.pause(random.nextInt(plan.pauseMillis()));
      killInTheMiddle();
    }
  }

  private void killDuringOutage() {
    Proofs.pause(plan.pauseMillis());
    killAnybody();
    Proofs.pause(plan.visibilitySeconds() * 1000);
  }

  /** Also one that only starts; but never the last one that is up. */
  private void killAnybody() {
    List<Instance> up = fleet.all().stream().filter(Instance::isUp).toList();
    List<Instance> alive = fleet.all().stream().filter(Instance::isAlive).toList();
    List<Instance> spared = up.size() == 1 ? up : List.of();
    kill(any(alive.stream().filter(instance -> !spared.contains(instance)).toList()));
  }

  private void killInTheMiddle() {
    Instance victim =
        await("an instance in the middle of a day, and another one that goes on")
            .atMost(LONGEST)
            .pollInterval(Duration.ofMillis(50))
            .until(this::candidate, found -> !found.isEmpty())
            .get(0);
    Proofs.pause(random.nextInt(plan.pageMillis()));
    kill(victim);
    if (random.nextInt(3) == 0 || site.asked() < fleet.all().size()) {
      again(any(site.accounts().names()), any(site.accounts().days()));
    }
  }

  private List<Instance> candidate() {
    List<Instance> up = fleet.up();
    List<Instance> busy = up.stream().filter(i -> !runs.inTheMiddle(i).isEmpty()).toList();
    if (busy.isEmpty() && site.asked() == 0) {
      site.accounts().names().forEach(gateway -> again(gateway, any(site.accounts().days())));
    }
    return up.size() < 2 || busy.isEmpty() ? List.of() : List.of(any(busy));
  }

  private void kill(Instance victim) {
    Instant at = victim.kill();
    takeovers.kill(at);
    fleet.replace(victim);
    kills.add(new Kill(kills.size() + 1, victim, at));
    report.say("kill %d: %s", kills.size(), victim.name());
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void verdict() {
    int inTheMiddle = 0;
    int withNews = 0;
    for (Kill kill : kills) {
      List<RunRow> cut = kill.runs(runs).stream().filter(runs::isInTheMiddle).toList();
      inTheMiddle += cut.isEmpty() ? 0 : 1;
      withNews += cut.stream().anyMatch(run -> run.inserted() > 0) ? 1 : 0;
      report.say(
          "kill %d, of %s, in the middle of %d runs%s",
          kill.number(),
          kill.victim().name(),
          cut.size(),
          cut.isEmpty() ? "" : ", such as " + any(cut));
      kill.runs(runs).forEach(run -> takeovers.add(kill, run));
    }
    report.say("messages sent for a day again: %d", again);
    report.say("instances that ended by themselves: %d", fleet.endedByThemselves());
    report.say(
        "runs that failed: %d", runs.number("SELECT count(*) FROM runs WHERE outcome = 'failed'"));
    report.say("takeovers: %s", takeovers.summary(false));
    report.say(
        "takeovers disturbed by a further kill or an outage, from its end: %s",
        takeovers.summary(true));
    takeovers.slowest(SHOWN).forEach(slow -> report.say("  %s", slow));
    report.atLeast("kills", plan.kills(), kills.size());
    report.atLeast(
        "kills between a run's first and last batch", plan.killsInTheMiddle(), inTheMiddle);
    report.say("of these, in a run that had stored new transactions: %d", withNews);
    report.atMost(
        "longest takeover in seconds",
        plan.visibilitySeconds() + SECONDS_OF_GRACE,
        takeovers.longestSeconds());
    report.compare(site);
  }
}
