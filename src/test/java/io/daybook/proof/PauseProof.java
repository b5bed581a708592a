package io.daybook.proof;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Pauses a process by SIGSTOP for twice the visibility timeout, with one day in the middle and one
 * before its judgement. Another process takes both over; when the paused one goes on, what it still
 * tries to write is refused, and it works other days.
 */
public final class PauseProof {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final int SECONDS_OF_GRACE = 10;
  private static final String MIDDLE = "stripe-01";
  private static final String JUDGEMENT = "stripe-02";

  private final PausePlan plan;
  private final Site site;
  private final RunTable runs;
  private final Fleet fleet;
  private final Report report = new Report();
  private final List<Double> takeoverSeconds = new ArrayList<>();

  public PauseProof(PausePlan plan) {
    this.plan = plan;
    Accounts accounts = new Accounts(plan.judgement() ? 2 : 1, 0, 2 * plan.rounds(), plan.perDay());
    site = Site.shared("pause", accounts, plan.visibilitySeconds());
    runs = new RunTable(site);
    fleet = new Fleet(site, FastStart.of(site.settings()));
  }

  public static void main(String[] arguments) {
    Proofs.main(() -> new PauseProof(PausePlan.LONG).run());
  }

  /** Returns what did not hold. */
  public List<String> run() {
    try {
      fleet.start(plan.judgement() ? 1 : 2).awaitUp();
      Watchman watchman = new Watchman(site);
      for (int round = 0; round < plan.rounds(); round++) {
        round(watchman, round);
      }
      await("all days are done").atMost(LONGEST).until(runs::allDone);
      report.atMost(
          "longest takeover in seconds",
          plan.visibilitySeconds() + SECONDS_OF_GRACE,
          takeoverSeconds.stream().mapToDouble(s -> s).max().orElseThrow());
      report.compare(site);
      return report.faults();
    } finally {
      fleet.close();
      site.close();
    }
  }

  private void round(Watchman watchman, int round) {
    LocalDate day = site.accounts().days().get(2 * round);
    List<Held> held = hold(day);
    if (fleet.all().size() == 1) {
      fleet.start(1).awaitUp();
    }
    Instance paused = holder(held.get(0));
    Instance other = fleet.all().stream().filter(i -> i != paused).findAny().orElseThrow();
    if (round % 2 == 0) {
      watchman.delayHeartbeats(paused);
    }
    Instant from = Instant.now();
    paused.pause();
    report.say("%s is paused in %s", paused.name(), held);
    held.forEach(each -> each.gate().open());
    held.forEach(each -> takenOver(each, other, from));
    Duration rest =
        Duration.between(Instant.now(), from.plusSeconds(2L * plan.visibilitySeconds()));
    Proofs.pause((int) Math.max(0, rest.toMillis()));
    Instant resumed = Instant.now();
    paused.resume();
    report.say(
        "%s goes on after %.1f s", paused.name(), Duration.between(from, resumed).toMillis() / 1e3);
    held.forEach(each -> refused(each, paused, resumed, watchman, round % 2 == 0));
    watchman.delayNobody();
    goesOn(paused, other, site.accounts().days().get(2 * round + 1));
  }

  /** A day of each account, waiting at the gateway. */
  private List<Held> hold(LocalDate day) {
    List<Held> held = new ArrayList<>();
    held.add(hold(MIDDLE, day, 3, "transactions"));
    if (plan.judgement()) {
      held.add(hold(JUDGEMENT, day, plan.pages(), "seals"));
    }
    return held.stream().map(each -> each.with(runs)).toList();
  }

  private Held hold(String gateway, LocalDate day, int page, String target) {
    Gate gate = new Gate(page);
    site.accounts().stripe(gateway).behave(gate);
    site.ask(gateway, day);
    return new Held(gateway, day, gate, target, null);
  }

  private Instance holder(Held held) {
    return fleet.all().stream()
        .filter(instance -> instance.name().equals(held.run().instance()))
        .findAny()
        .orElseThrow();
  }

  private void takenOver(Held held, Instance other, Instant from) {
    RunRow next =
        await("the day is taken over")
            .atMost(LONGEST)
            .pollInterval(Duration.ofMillis(100))
            .until(() -> runs.next(held.run()), found -> found.isPresent())
            .orElseThrow();
    double seconds = Duration.between(from, next.startedAt()).toMillis() / 1e3;
    takeoverSeconds.add(seconds);
    report.equal("run " + held.run().id() + " was taken over by", other.name(), next.instance());
    report.say("after %.1f s, by run %d", seconds, next.id());
  }

  private void refused(
      Held held, Instance paused, Instant resumed, Watchman watchman, boolean untold) {
    long id = held.run().id();
    await("the paused run notices")
        .atMost(LONGEST)
        .until(() -> paused.log().contains("Run " + id + " no longer holds"));
    int attempts = watchman.attempts(paused, held.target(), resumed);
    report.say("run %d tried to write to %s: %d times", id, held.target(), attempts);
    if (untold) {
      report.atLeast("attempts to write to " + held.target(), 1, attempts);
    }
    RunRow now = runs.now(held.run());
    report.equal("outcome of run " + id, "lost", now.outcome());
    report.equal("its batches", held.run().batches(), now.batches());
    report.equal(
        "its rows of the day",
        0,
        runs.number(
            "SELECT count(*) FROM transactions WHERE run_id = ? AND recorded_at > ?",
            id,
            java.sql.Timestamp.from(resumed)));
    report.equal(
        "its judgements",
        0,
        runs.number("SELECT count(*) FROM seals WHERE run_id = ?", id)
            + runs.number("SELECT count(*) FROM days WHERE last_run_id = ?", id));
  }

  private void goesOn(Instance paused, Instance other, LocalDate day) {
    other.kill();
    fleet.remove(other);
    site.accounts().names().forEach(gateway -> site.ask(gateway, day));
    await("the paused process works other days")
        .atMost(LONGEST)
        .until(() -> succeeded(paused, day) == site.accounts().names().size());
    report.say("%s has worked %s", paused.name(), day);
  }

  private int succeeded(Instance instance, LocalDate day) {
    return runs.where(
            "r.instance = ? AND r.business_date = ? AND r.outcome = 'succeeded'",
            instance.name(),
            day)
        .size();
  }
}
