package io.daybook.bench;

import static org.awaitility.Awaitility.await;

import io.daybook.sandbox.EmbeddedDatabase;
import io.daybook.settings.Settings;
import io.daybook.testing.World;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Prints how many transactions of one large page Daybook stores in a second, by its real routes,
 * beside plain Java that does the same insert, in the same run. An argument sets how many
 * transactions the page has.
 */
public final class StoreBench {
  private static final int ROUNDS = 5;
  private static final int BATCH_SIZE = 1_000;
  private static final int CONNECTIONS = 2;

  private final int transactions;
  private final World world = new World(900);
  private final JdbcTemplate sql;

  private StoreBench(int transactions) throws SQLException {
    this.transactions = transactions;
    // One connection for all: opening them would cost the machine more than what they ask.
    sql =
        new JdbcTemplate(
            new SingleConnectionDataSource(world.database().dataSource().getConnection(), true));
  }

  public static void main(String[] args) throws Exception {
    int transactions = args.length == 0 ? 300_000 : Integer.parseInt(args[0]);
    try {
      new StoreBench(transactions).run();
      System.exit(0);
    } catch (Exception failed) {
      failed.printStackTrace(); // exec:java would wait for the servers' threads before it told
      System.exit(1);
    }
  }

  private void run() throws Exception {
    try (BigGateway gateway = new BigGateway(world, Path.of("target", "bench"), transactions)) {
      world.start();
      describe(gateway.url(), gateway.bytes());
      double[] ratios = new double[ROUNDS];
      for (int round = 1; round <= ROUNDS; round++) {
        double plain = plainJava(gateway.url());
        double daybook = daybook(gateway, round);
        double again = again(gateway, round);
        ratios[round - 1] = daybook / plain;
        System.out.printf(
            Locale.ROOT,
            "round %d: plain Java, two connections %,.0f/s; Daybook, archive on %,.0f/s (%.2f of it);"
                + " again, unchanged %,.0f/s%n",
            round,
            plain,
            daybook,
            daybook / plain,
            again);
      }
      Arrays.sort(ratios);
      System.out.printf(Locale.ROOT, "median of %d rounds: %.2f%n", ROUNDS, ratios[ROUNDS / 2]);
    }
    world.close();
  }

  private void describe(String url, long bytes) {
    Settings settings = Settings.of(world.settings());
    System.out.printf(
        """
        %,d transactions, %,d bytes on one page from %s; PostgreSQL %s, fsync %s
        plain Java: %s; batches of %d, %d connections, no pool
        Daybook:    routes from fetch-page to store-batch; batches of %d, %d writers, HikariCP pool of %d
        """,
        transactions,
        bytes,
        url,
        sql.queryForObject("SHOW server_version", String.class),
        sql.queryForObject("SHOW fsync", String.class),
        PlainJava.class.getName(),
        BATCH_SIZE,
        CONNECTIONS,
        settings.store().batchSize(),
        settings.store().writers(),
        settings.database().poolSize());
  }

  private double plainJava(String url) throws Exception {
    empty();
    long start = System.nanoTime();
    new PlainJava(world.database().dataSource(), BATCH_SIZE).store(url, CONNECTIONS);
    return rate(start);
  }

  private double daybook(BigGateway gateway, int round) {
    empty();
    return request(gateway, "first-" + round);
  }

  private double again(BigGateway gateway, int round) {
    return request(gateway, "again-" + round);
  }

  private double request(BigGateway gateway, String id) {
    long runs = succeeded();
    long start = System.nanoTime();
    gateway.ask(world, id);
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> succeeded() > runs);
    return rate(start);
  }

  private long succeeded() {
    return sql.queryForObject("SELECT count(*) FROM runs WHERE outcome = 'succeeded'", Long.class);
  }

  private double rate(long startNanos) {
    Long rows = sql.queryForObject("SELECT count(*) FROM transactions", Long.class);
    if (rows == null || rows != transactions) {
      throw new IllegalStateException(rows + " rows instead of " + transactions);
    }
    return transactions / ((System.nanoTime() - startNanos) / 1e9);
  }

  private void empty() {
    sql.execute("TRUNCATE transactions");
    EmbeddedDatabase.shared().admin().execute("CHECKPOINT");
  }
}
