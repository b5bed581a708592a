package io.daybook.proof;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Processes at work on all days of a site, of which a proof ends one after another. */
final class Stage implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Site site;
  private final RunTable runs;
  private final Fleet fleet;
  private final Report report = new Report();
  private final Random random;
  private final int pageMillis;

  /**
   * Starts nothing yet.
   *
   * @param pageMillis how long a gateway takes for a page
   */
  Stage(Site site, int pageMillis, long seed) {
    this.site = site;
    this.pageMillis = pageMillis;
    runs = new RunTable(site);
    fleet = new Fleet(site, FastStart.of(site.settings()));
    random = new Random(seed);
    site.accounts().throttle(Duration.ofMillis(pageMillis));
    report.say("%d transactions; seed %d", site.accounts().transactions(), seed);
  }

  Site site() {
    return site;
  }

  RunTable runs() {
    return runs;
  }

  Fleet fleet() {
    return fleet;
  }

  Report report() {
    return report;
  }

  /** Starts the instances, and asks for every day. */
  void begin(int instances) {
    fleet.start(instances).awaitUp();
    report.say("%d instances are up", instances);
    site.askAll();
  }

  /** One that is in the middle of a day, at a random moment, when another one can go on. */
  Instance busy(Runnable askMore) {
    Instance victim =
        await("an instance in the middle of a day, and another one that goes on")
            .atMost(LONGEST)
            .pollInterval(Duration.ofMillis(50))
            .until(() -> candidate(askMore), found -> !found.isEmpty())
            .get(0);
    pause(pageMillis);
    return victim;
  }

  private List<Instance> candidate(Runnable askMore) {
    List<Instance> up = fleet.up();
    List<Instance> busy = up.stream().filter(i -> !runs.inTheMiddle(i).isEmpty()).toList();
    if (busy.isEmpty()) {
      askMore.run();
    }
    return up.size() < 2 || busy.isEmpty() ? List.of() : List.of(any(busy));
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Once in so many times. */
  boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** Waits for a random time. */
  void pause(int millisMax) {
    Proofs.pause(random.nextInt(millisMax));
  }

  /** Returns what did not hold, once all days are done and the verdict has been given. */
  List<String> end(Runnable verdict) {
    await("all days are done")
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(500))
        .until(runs::allDone);
    verdict.run();
    report.compare(site);
    return report.faults();
  }

  @Override
  public void close() {
    fleet.close();
    site.close();
  }
}
