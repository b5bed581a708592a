package io.daybook.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Kills instances at random moments, most of them in the middle of a day, while days are delivered
 * twice, the database is restarted and the queue cannot be reached; then compares the tables with
 * the gateways' own books.
 */
public final class KillProof {
  private static final int SECONDS_OF_GRACE = 10;
  private static final int SHOWN = 5;

  private final KillPlan plan;
  private final Stage stage;
  private final Site site;
  private final RunTable runs;
  private final Fleet fleet;
  private final Report report;
  private final Takeovers takeovers;
  private final List<Kill> kills = new ArrayList<>();
  private int again;

  private KillProof(KillPlan plan, Stage stage) {
    this.plan = plan;
    this.stage = stage;
    site = stage.site();
    runs = stage.runs();
    fleet = stage.fleet();
    report = stage.report();
    takeovers = new Takeovers(runs);
  }

  public static void main(String[] arguments) {
    Proofs.main(() -> faults(KillPlan.LONG));
  }

  /** Returns what did not hold. */
  public static List<String> faults(KillPlan plan) {
    Accounts accounts = new Accounts(plan.stripes(), plan.moyasars(), plan.days(), plan.perDay());
    Site site = plan.site("kill", accounts);
    try (Stage stage = new Stage(site, plan.pageMillis(), plan.seed())) {
      return new KillProof(plan, stage).run();
    }
  }

  private List<String> run() {
    stage.begin(plan.instances());
    plan.twice(site.accounts().days())
        .forEach(d -> site.accounts().names().forEach(g -> again(g, d)));
    while (kills.size() < plan.kills() || inTheMiddle() < plan.killsInTheMiddle()) {
      troubled(kills.size() + 1);
    }
    return stage.end(this::verdict);
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
    } else if (stage.onceIn(10)) {
      stage.pause(plan.pauseMillis());
      killAnybody();
    } else {
      stage.pause(plan.pauseMillis());
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
    kill(stage.any(alive.stream().filter(instance -> !spared.contains(instance)).toList()));
  }

  private void killInTheMiddle() {
    kill(stage.busy(this::askIfIdle));
    if (stage.onceIn(3) || site.asked() < fleet.all().size()) {
      again(stage.any(site.accounts().names()), stage.any(site.accounts().days()));
    }
  }

  private void askIfIdle() {
    if (site.asked() == 0) {
      site.accounts().names().forEach(gateway -> again(gateway, stage.any(site.accounts().days())));
    }
  }

  private void kill(Instance victim) {
    Instant at = victim.kill();
    takeovers.kill(at);
    fleet.replace(victim);
    kills.add(new Kill(kills.size() + 1, victim, at));
    report.say("kill %d: %s", kills.size(), victim.name());
  }

  private long inTheMiddle() {
    return kills.stream().filter(kill -> !cut(kill).isEmpty()).count();
  }

  private List<RunRow> cut(Kill kill) {
    return kill.runs(runs).stream().filter(runs::isInTheMiddle).toList();
  }

  private void verdict() {
    int withNews = 0;
    for (Kill kill : kills) {
      List<RunRow> cut = cut(kill);
      withNews += cut.stream().anyMatch(run -> run.inserted() > 0) ? 1 : 0;
      report.say(
          "kill %d, of %s, in the middle of %d runs%s",
          kill.number(),
          kill.victim().name(),
          cut.size(),
          cut.isEmpty() ? "" : ", such as " + stage.any(cut));
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
        "kills between a run's first and last batch", plan.killsInTheMiddle(), inTheMiddle());
    report.say("of these, in a run that had stored new transactions: %d", withNews);
    report.atMost(
        "longest takeover in seconds",
        plan.visibilitySeconds() + SECONDS_OF_GRACE,
        takeovers.longestSeconds());
  }
}
