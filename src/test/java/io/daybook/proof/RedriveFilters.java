package io.daybook.proof;

import io.daybook.command.Shell;
import io.daybook.proof.RedriveSite.Letter;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Redrives by each filter: what moves is told beforehand from the letters themselves. */
final class RedriveFilters {
  private final RedriveSite site;
  private final Findings findings;
  private final List<Letter> all;
  private final Set<Long> moved = new TreeSet<>();

  RedriveFilters(RedriveSite site, Findings findings, List<Letter> all) {
    this.site = site;
    this.findings = findings;
    this.all = all;
  }

  void move() {
    int count = all.size();
    move(
        letter ->
            Set.of("gateway-refused", "gateway-unavailable", "too-many-rejected")
                .contains(letter.cause()),
        "--cause",
        "gateway-refused",
        "--cause",
        "gateway-unavailable",
        "--cause",
        "too-many-rejected");
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
    move(letter -> letter.id() > count - 2, "--id", "" + count, "--id", "" + (count - 1));
    move(
        letter -> letter.cause().equals("internal") && letter.gateway().equals("gateway-05"),
        "--cause",
        "internal",
        "--gateway",
        "gateway-05");
    move(limited(7, "gateway-answer"), "--cause", "gateway-answer", "--limit", "7");
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
    findings.check("asked for before " + name, moved.size(), site.letters().asked());
    Shell.Result done = site.type(redrive);
    findings.check("exit code of " + name, 0, done.exitCode());
    findings.holds("as its dry run: " + name, tried.equals(done.lines()));
    moved.addAll(expected);
    findings.check("moved by " + name, expected.size(), done.lines().size());
    findings.check("asked for in all", moved.size(), site.letters().asked());
    findings.holds("these very rows", moved.equals(site.redriven()));
  }

  /** Measured at the marks, which follow the sends at once. */
  void rate() {
    Instant start = Instant.now();
    int limit = all.size() / 10;
    site.type("redrive", "--cause", "gateway-answer", "--limit", "" + limit, "--rate", "20");
    Double seconds =
        site.world()
            .sql()
            .queryForObject(
                "SELECT extract(epoch FROM max(changed_at) - min(changed_at)) FROM dead_letters"
                    + " WHERE cause = 'gateway-answer' AND changed_at >= ?",
                Double.class,
                Timestamp.from(start));
    double rate = (limit - 1) / (seconds == null ? 0 : seconds);
    System.out.printf(Locale.ROOT, "      rate asked for 20/s, measured %.2f/s%n", rate);
    findings.holds("rate within 10 %", Math.abs(rate - 20) <= 2);
  }
}
