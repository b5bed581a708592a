package io.daybook.proof;

import io.daybook.command.Shell;
import io.daybook.proof.RedriveSite.Letter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final List<String> faults = new ArrayList<>();
  private final Set<Long> moved = new TreeSet<>();
  private List<Letter> all = List.of();
  private Instant firstSent = Instant.EPOCH;

  private RedriveProof(RedriveSite site, int count, int randomKills) {
    this.site = site;
    this.count = count;
    this.randomKills = randomKills;
  }

  /** A thousand dead letters; another number of hundreds as the argument. */
  public static void main(String[] args) {
    try {
      List<String> faults = faults(args.length == 0 ? 1_000 : Integer.parseInt(args[0]), 4);
      System.exit(faults.isEmpty() ? 0 : 1);
    } catch (RuntimeException e) {
      e.printStackTrace(); // exec:java would wait for the servers' threads before it told
      System.exit(1);
    }
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
      return proof.faults;
    }
  }

  private void run() {
    firstSent = Instant.now();
    all = site.fail(count);
    list();
    move(letter -> letter.cause().equals("gateway-refused"), "--cause", "gateway-refused");
    move(
        letter -> Set.of("gateway-03", "gateway-04").contains(letter.gateway()),
        "--gateway",
        "gateway-03",
        "--gateway",
        "gateway-04");
    LocalDate first = all.get(0).date();
    move(
        letter -> !letter.date().isAfter(first.plusDays(2)),
        "--date",
        first + ".." + first.plusDays(2));
    move(
        letter -> letter.id() == count || letter.id() == count - 1,
        "--id",
        "" + count,
        "--id",
        "" + (count - 1));
    move(
        letter -> letter.cause().equals("internal") && letter.gateway().equals("gateway-05"),
        "--cause",
        "internal",
        "--gateway",
        "gateway-05");
    move(limited(7, "too-many-rejected"), "--cause", "too-many-rejected", "--limit", "7");
    if (count >= RATE_LETTERS_MIN) {
      rate();
    }
    kill();
    settle();
    work();
  }

  private void list() {
    Instant start = Instant.now();
    List<String> lines = site.type("list").lines();
    check("listed at once", count, lines(lines, " yes "));
    check(
        "causes of 20 gateways",
        5,
        (int) lines.stream().filter(l -> l.matches("[a-z-]+ +\\d+ +20 .*")).count());
    told("list took", start);
    check("printed by a dry run", count, site.type("redrive", "--all", "--dry-run").lines().size());
    check("moved by the dry run", 0, site.letters().asked());
  }

  private static int lines(List<String> lines, String part) {
    return (int) lines.stream().filter(line -> line.contains(part)).count();
  }

  private Predicate<Letter> limited(int limit, String cause) {
    Set<Long> first =
        open()
            .filter(letter -> letter.cause().equals(cause))
            .limit(limit)
            .map(Letter::id)
            .collect(Collectors.toSet());
    return letter -> first.contains(letter.id());
  }

  private Stream<Letter> open() {
    return all.stream().filter(letter -> !moved.contains(letter.id()));
  }

  /** Redrives by a filter; exactly what it means must move, as its dry run said. */
  private void move(Predicate<Letter> meant, String... filter) {
    Set<Long> expected = open().filter(meant).map(Letter::id).collect(Collectors.toSet());
    String name = String.join(" ", filter);
    String[] redrive =
        Stream.concat(Stream.of("redrive", "--rate", "1000"), Stream.of(filter))
            .toArray(String[]::new);
    List<String> tried =
        site.type(Stream.concat(Stream.of(redrive), Stream.of("--dry-run")).toArray(String[]::new))
            .lines();
    check("asked for before " + name, moved.size(), site.letters().asked());
    Shell.Result done = site.type(redrive);
    check("exit code of " + name, 0, done.exitCode());
    check("as its dry run: " + name, tried.hashCode(), done.lines().hashCode());
    moved.addAll(expected);
    check("moved by " + name, expected.size(), done.lines().size());
    check("asked for in all", moved.size(), site.letters().asked());
    check("of the rows that were meant", moved.hashCode(), redriven().hashCode());
  }

  private Set<Long> redriven() {
    return new TreeSet<>(
        site.world()
            .sql()
            .queryForList(
                "SELECT dead_letter_id FROM dead_letters WHERE state = 'redriven' AND redrives = 1",
                Long.class));
  }

  /** Measured at the marks, which follow the sends at once. */
  private void rate() {
    Instant start = Instant.now();
    int before = moved.size();
    site.type("redrive", "--cause", "gateway-answer", "--rate", "20");
    open()
        .filter(letter -> letter.cause().equals("gateway-answer"))
        .map(Letter::id)
        .toList()
        .forEach(moved::add);
    Double seconds =
        site.world()
            .sql()
            .queryForObject(
                "SELECT extract(epoch FROM max(changed_at) - min(changed_at)) FROM dead_letters"
                    + " WHERE cause = 'gateway-answer' AND changed_at >= ?",
                Double.class,
                java.sql.Timestamp.from(start));
    double rate = (moved.size() - before - 1) / (seconds == null ? 0 : seconds);
    System.out.printf(Locale.ROOT, "      rate asked for 20/s, measured %.2f/s%n", rate);
    check("rate within 10 %", 1, Math.abs(rate - 20) <= 2 ? 1 : 0);
  }

  /** At the moments that matter, and at random ones. */
  private void kill() {
    killAt("SendMessage", 3, true); // sent, and not marked
    if (randomKills > 0) {
      killAt("SendMessage", 3, false);
      killAt("ReceiveMessage", 2, true);
      killAt("DeleteMessageBatch", 0, false); // marked, and not deleted
    }
    for (int i = 0; i < randomKills; i++) {
      killAt("SendMessage", (int) (Math.random() * 9), Math.random() < 0.5);
    }
  }

  private void killAt(String call, int after, boolean done) {
    int before = site.count("dead_letters WHERE state = 'redriven'");
    Process[] process = new Process[1];
    site.relay().cut(call, after, done, () -> process[0].destroyForcibly());
    process[0] = site.start("redrive", "--all", "--limit", "10", "--rate", "50");
    int exitCode = process[0].onExit().join().exitValue();
    site.relay().mend();
    System.out.printf(
        "      killed at %s %d, %s: %d marked%n",
        call,
        after,
        done ? "done" : "not done",
        site.count("dead_letters WHERE state = 'redriven'") - before);
    check("exit code of what was killed", 137, exitCode);
  }

  private void settle() {
    Instant start = Instant.now();
    check(
        "exit code of the last one", 0, site.type("redrive", "--all", "--rate", "1000").exitCode());
    told("typed again took", start);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> site.letters().held() == 0 || redriveIsEmpty());
    check("asked for in all", count, site.letters().asked());
    check("left on the dead-letter queue", 0, site.letters().held());
    check("redriven once", count, redriven().size());
    told("since the first send", firstSent);
    check(
        "within five minutes of it", 1, firstSent.plusSeconds(300).isAfter(Instant.now()) ? 1 : 0);
  }

  /** Removes what a killed command had still held; there is nothing left to send. */
  private boolean redriveIsEmpty() {
    check("sent by one more", 0, site.type("redrive", "--all").lines().size());
    return false;
  }

  private void work() {
    Instant start = Instant.now();
    site.world().start();
    Awaitility.await().atMost(Duration.ofMinutes(20)).until(() -> site.letters().asked() == 0);
    told("working all days took", start);
    check("runs", count, site.count("runs"));
    check(
        "days worked",
        count,
        site.count(
            "(SELECT DISTINCT gateway, business_date FROM runs WHERE outcome = 'succeeded') d"));
    check("days stored", count, site.count("days WHERE state IN ('stored', 'sealed')"));
    check("dead letters that are open", 0, site.count("dead_letters WHERE state = 'open'"));
    check("differences from the gateways' books", 0, site.differences(all).size());
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
    check(
        "rows written by a copy sent twice",
        0,
        site.count("transactions WHERE run_id = (SELECT max(run_id) FROM runs)"));
    check("versions", 0, site.count("transaction_versions"));
  }

  private void check(String what, int expected, int found) {
    String line = "%s: %d, expected %d".formatted(what, found, expected);
    if (expected != found) {
      faults.add(line);
    }
    System.out.println((expected == found ? "ok    " : "FAULT ") + line);
  }

  private static void told(String what, Instant start) {
    System.out.printf(
        Locale.ROOT,
        "      %s %.1f s%n",
        what,
        Duration.between(start, Instant.now()).toMillis() / 1e3);
  }
}
