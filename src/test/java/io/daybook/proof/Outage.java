package io.daybook.proof;

import static org.awaitility.Awaitility.await;

import io.daybook.sandbox.Comparison;
import io.daybook.sandbox.Truth;
import io.daybook.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A world in which something breaks: what is looked at meanwhile and afterwards, and what was
 * wrong.
 */
final class Outage {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final String name;
  private final World world;
  private final JdbcTemplate sql;
  private final List<String> faults = new ArrayList<>();

  Outage(String name, World world) {
    this.name = name;
    this.world = world;
    this.sql = world.sql();
  }

  /** Notes what should be and is not. */
  void check(String what, Object expected, Object found) {
    boolean equal = Objects.equals(expected, found);
    say(what + ": " + found + (equal ? "" : ", should be " + expected));
    if (!equal) {
      faults.add("%s: %s: %s, should be %s".formatted(name, what, found, expected));
    }
  }

  /** Notes which of these parts a text lacks. */
  void contains(String text, String... parts) {
    List<String> lacking = Stream.of(parts).filter(part -> !text.contains(part)).toList();
    check("lacking in the error", List.of(), lacking);
  }

  List<String> faults() {
    return faults;
  }

  void say(String what) {
    System.out.println(name + ": " + what);
  }

  void say(String what, double seconds) {
    say("%s: %.1f s".formatted(what, seconds));
  }

  /** Waits and returns how long it took, in seconds. */
  double until(String what, Callable<Boolean> holds) {
    long start = System.nanoTime();
    await(name + ": " + what).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(holds);
    return (System.nanoTime() - start) / 1e9;
  }

  /** What has to hold all the time while something is broken. */
  void during(Duration outage, String what, Callable<Boolean> holds) {
    await(name + ": " + what)
        .during(outage)
        .atMost(outage.plusSeconds(30))
        .pollInterval(Duration.ofMillis(500))
        .until(holds);
  }

  /** Once it is mended, the books are compared and nothing may be left. */
  List<String> end(Truth truth, long deadLetters) {
    until("nothing is asked any more", () -> asked() == 0);
    check("dead letters", deadLetters, number("SELECT count(*) FROM dead_letters"));
    List<String> differences = new Comparison(world.database(), truth).differences();
    check("rows", (long) entries(truth), number("SELECT count(*) FROM transactions"));
    check("differences from the gateways' books", List.of(), differences);
    check("versions", 0L, number("SELECT count(*) FROM transaction_versions"));
    return faults;
  }

  private static int entries(Truth truth) {
    return truth.ledgers().stream().mapToInt(ledger -> ledger.entries().size()).sum();
  }

  int asked() {
    return world.queues().size(world.queues().daysUrl());
  }

  int deadLettersHeld() {
    return world.queues().size(world.queues().deadLettersUrl());
  }

  long number(String query) {
    Long number = sql.queryForObject(query, Long.class);
    return number == null ? 0 : number;
  }

  List<String> lines(String query) {
    return sql.queryForList(query, String.class);
  }
}
