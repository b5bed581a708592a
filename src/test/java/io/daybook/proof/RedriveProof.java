package io.daybook.proof;

import io.daybook.proof.RedriveSite.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Redrives dead letters of 5 causes and 20 gateways: by filter, by rate, and with commands that are
 * killed. Then a worker does what was asked, and each day must have been worked once.
 */
public final class RedriveProof {
  /** With fewer, a late last one would count too much. */
  private static final int RATE_LETTERS_MIN = 300;

  private final RedriveSite site;
  private final int count;
  private final int randomKills;
  private final Findings findings = new Findings();
  private List<Letter> all = List.of();

  private RedriveProof(RedriveSite site, int count, int randomKills) {
    this.site = site;
    this.count = count;
    this.randomKills = randomKills;
  }

  /** A thousand dead letters; another number of hundreds as the argument. */
  public static void main(String[] args) {
    Proofs.main(() -> faults(args.length == 0 ? 1_000 : Integer.parseInt(args[0]), 4));
  }

  /**
   * Returns what did not hold.
   *
   * @param count a multiple of 100
   * @param randomKills besides those at chosen moments; without any, one chosen moment will do
   */
  public static List<String> faults(int count, int randomKills) {
    try (RedriveSite site = new RedriveSite()) {
      RedriveProof proof = new RedriveProof(site, count, randomKills);
      proof.run();
      return proof.findings.faults();
    }
  }

  private void run() {
    all = site.fail(count);
    list();
    Instant firstSent = Instant.now();
    site.letters().askAndTake();
    RedriveFilters filters = new RedriveFilters(site, findings, all);
    filters.move();
    Findings.told("since the first send", firstSent);
    findings.holds("within five minutes of it", firstSent.plusSeconds(300).isAfter(Instant.now()));
    if (count >= RATE_LETTERS_MIN) {
      filters.rate();
    }
    new RedriveKills(site, findings).kill(randomKills);
    settle();
    work();
  }

  private void list() {
    Instant start = Instant.now();
    List<String> lines = site.type("list").lines();
    findings.check("listed at once", count, lines(lines, " yes "));
    findings.check(
        "causes of 20 gateways",
        5,
        (int) lines.stream().filter(l -> l.matches("[a-z-]+ +\\d+ +20 .*")).count());
    Findings.told("list took", start);
    findings.check(
        "printed by a dry run", count, site.type("redrive", "--all", "--dry-run").lines().size());
    findings.check("moved by the dry run", 0, site.letters().asked());
  }

  private static int lines(List<String> lines, String part) {
    return (int) lines.stream().filter(line -> line.contains(part)).count();
  }

  private void settle() {
    Instant start = Instant.now();
    findings.check(
        "exit code of the last one", 0, site.type("redrive", "--all", "--rate", "1000").exitCode());
    Findings.told("typed again took", start);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> site.letters().held() == 0 || redriveIsEmpty());
    findings.check("asked for in all", count, site.letters().asked());
    findings.check("left on the dead-letter queue", 0, site.letters().held());
    findings.check("redriven once", count, site.redriven().size());
  }

  /** Removes what a killed command had still held; there is nothing left to send. */
  private boolean redriveIsEmpty() {
    findings.check("sent by one more", 0, site.type("redrive", "--all").lines().size());
    return false;
  }

  private void work() {
    Instant start = Instant.now();
    site.world().start();
    Awaitility.await().atMost(Duration.ofMinutes(20)).until(() -> site.letters().asked() == 0);
    Findings.told("working all days took", start);
    findings.check("runs", count, site.count("runs"));
    findings.check(
        "days worked",
        count,
        site.count(
            "(SELECT DISTINCT gateway, business_date FROM runs WHERE outcome = 'succeeded') d"));
    findings.check("days stored", count, site.count("days WHERE state IN ('stored', 'sealed')"));
    findings.check(
        "dead letters that are open", 0, site.count("dead_letters WHERE state = 'open'"));
    findings.check("differences from the gateways' books", 0, site.differences(all).size());
    again();
  }

  /** A copy that is sent a second time when the queue has forgotten the first. */
  private void again() {
    Letter letter = all.get(0);
    site.world()
        .queues()
        .send(
            letter.gateway(),
            "{\"gateway\":\"%s\",\"date\":\"%s\"}".formatted(letter.gateway(), letter.date()),
            "later");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> site.count("runs WHERE outcome = 'succeeded'") == count + 1);
    findings.check(
        "rows written by a copy sent twice",
        0,
        site.count("transactions WHERE run_id = (SELECT max(run_id) FROM runs)"));
    findings.check("versions", 0, site.count("transaction_versions"));
  }
}
