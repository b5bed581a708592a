package io.daybook.proof;

import static org.awaitility.Awaitility.await;

import io.daybook.bench.BigGateway;
import io.daybook.sandbox.Comparison;
import io.daybook.sandbox.EmbeddedDatabase;
import io.daybook.sandbox.Totals;
import io.daybook.sandbox.Truth;
import io.daybook.testing.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A day of very many transactions in one document is run again: nothing is written to the tables of
 * transactions, next to nothing to the write-ahead log of the whole server, and it takes less time
 * than the first run. An argument sets how many transactions.
 */
public final class UnchangedProof {
  private static final String HEAP = "256m";
  private static final long LOG_BYTES_MAX = 1_000_000;

  /** Fewer take so little time that whatever else the machine does would decide. */
  private static final int TIMED_FROM = 100_000;

  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final String OTHERS =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
      """;

  private final Path folder =
      Path.of("target", "proof", "unchanged-" + UUID.randomUUID()).toAbsolutePath();
  // What autovacuum writes is not the application's.
  private final EmbeddedDatabase server =
      EmbeddedDatabase.start(EmbeddedDatabase.DIRECTORY, 0, Map.of("autovacuum", "off"));
  private final World world = new World(900, server.createDatabase());
  private final Report report = new Report();
  private final int transactions;
  private final Function<World, AutoCloseable> starting;

  /** With so many transactions, each run by an instance of its own, started in this way. */
  public UnchangedProof(int transactions, Function<World, AutoCloseable> starting) {
    this.transactions = transactions;
    this.starting = starting;
  }

  public static void main(String[] arguments) {
    int transactions = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    Proofs.main(() -> new UnchangedProof(transactions, UnchangedProof::process).run());
  }

  private static AutoCloseable process(World world) {
    Jar jar = Jar.packaged(world.settings()).java("-Xmx" + HEAP);
    Instance instance =
        Instance.start(jar, "unchanged-" + UUID.randomUUID(), Path.of("target", "proof"));
    await("an instance").atMost(Duration.ofMinutes(2)).until(instance::isUp);
    return () -> {
      System.out.printf("a process with a heap of %s: %s at most%n", HEAP, instance.peakMemory());
      instance.terminate();
      instance.exitCode(Duration.ofMinutes(1));
    };
  }

  /** Returns what did not hold. */
  public List<String> run() throws Exception {
    try (BigGateway gateway = new BigGateway(world, folder, transactions)) {
      report.say("%,d transactions in %,d bytes", transactions, gateway.bytes());
      double first = download(gateway, "first");
      compare(gateway);
      tidy();
      Writes before = Writes.of(world);
      double again = download(gateway, "again");
      look(before, Writes.of(world));
      if (transactions >= TIMED_FROM) {
        report.holds(again < first, "again: %.1f s, less than %.1f s", again, first);
      }
      compare(gateway);
      return report.faults();
    } finally {
      world.close();
      server.close();
    }
  }

  /** Returns the seconds from the message to the end of its run. */
  private double download(BigGateway gateway, String id) throws Exception {
    AutoCloseable instance = starting.apply(world);
    try {
      long start = System.nanoTime();
      long runs = succeeded();
      gateway.ask(world, id);
      await(id).atMost(LONGEST).pollInterval(Duration.ofMillis(20)).until(() -> succeeded() > runs);
      double seconds = (System.nanoTime() - start) / 1e9;
      report.say("%s: %.1f s, %,.0f/s", id, seconds, transactions / seconds);
      return seconds;
    } finally {
      instance.close();
      await("closed connections").atMost(Duration.ofMinutes(1)).until(() -> number(OTHERS) == 0);
    }
  }

  private void tidy() {
    world.database().execute("VACUUM");
    server.admin().execute("CHECKPOINT");
  }

  private void look(Writes before, Writes after) {
    Map<String, List<Long>> written = after.tablesSince(before);
    report.say(
        "written by the second run: %,d records, %d whole pages; rows inserted, updated, deleted: %s",
        after.records() - before.records(), after.fullPages() - before.fullPages(), written);
    for (String table : List.of("transactions", "transaction_versions")) {
      report.equal("written to " + table, List.of(), written.getOrDefault(table, List.of()));
    }
    long bytes = after.logBytesSince(before, world);
    report.holds(
        bytes < LOG_BYTES_MAX,
        "bytes of the write-ahead log: %,d, fewer than %,d",
        bytes,
        LOG_BYTES_MAX);
    report.equal(
        "unchanged",
        (long) transactions,
        number("SELECT unchanged FROM runs ORDER BY run_id DESC LIMIT 1"));
  }

  private void compare(BigGateway gateway) {
    Totals books = gateway.totals();
    Totals tables = new Comparison(world.database(), new Truth()).stored();
    report.equal("transactions", books.count(), tables.count());
    report.equal("posted by currency", books.postedMinor(), tables.postedMinor());
    report.equal("hash over gateway, id, version", books.hash(), tables.hash());
  }

  private long succeeded() {
    return number("SELECT count(*) FROM runs WHERE outcome = 'succeeded'");
  }

  private long number(String sql) {
    Long number = world.sql().queryForObject(sql, Long.class);
    return number == null ? 0 : number;
  }
}
