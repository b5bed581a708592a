package io.daybook.bench;

import static org.awaitility.Awaitility.await;

import io.daybook.sandbox.EmbeddedDatabase;
import io.daybook.testing.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Prints how many transactions of one large page Daybook stores in a second, by its real routes,
 * beside plain Java that does the same insert, in the same run. An argument sets how many
 * transactions the page has.
 */
public final class StoreBench {
  private static final long DAY = Instant.parse("2024-07-10T00:00:00Z").getEpochSecond();
  private static final int ROUNDS = 3;

  private final int transactions;
  private final World world = new World(900);
  private final JdbcTemplate sql = world.sql();

  private StoreBench(int transactions) {
    this.transactions = transactions;
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
    Path folder = Files.createDirectories(Path.of("target", "bench"));
    Path page = folder.resolve("page.json");
    BigPage.write(page, transactions, DAY);
    Files.createDirectories(folder.resolve("routes/gateways"));
    Files.copy(
        StoreBench.class.getResourceAsStream("/bench/big.camel.yaml"),
        folder.resolve("routes/gateways/big.camel.yaml"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    try (BigPage server = new BigPage(page)) {
      world
          .with("daybook.gateways", "big")
          .with("daybook.gateway.big.url", server.url())
          .with("daybook.routes.directory", folder.resolve("routes").toString());
      world
          .settings()
          .keySet()
          .removeIf(name -> name.matches("daybook.gateway.(stripe|moyasar).*"));
      world.start();
      System.out.printf(
          "%,d transactions, %,d bytes a page; batch size %s, writers %s; PostgreSQL, fsync %s%n",
          transactions,
          Files.size(page),
          world.settings().getOrDefault("daybook.store.batch-size", "1000"),
          world.settings().getOrDefault("daybook.store.writers", "2"),
          sql.queryForObject("SHOW fsync", String.class));
      for (int round = 1; round <= ROUNDS; round++) {
        double plain = plainJava(server.url());
        double daybook = daybook(round);
        double again = again(round);
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
    }
    world.close();
  }

  private double plainJava(String url) throws Exception {
    empty();
    long start = System.nanoTime();
    new PlainJava(world.database().dataSource(), 1000).store(url, 2);
    return rate(start);
  }

  private double daybook(int round) {
    empty();
    return request("first-" + round);
  }

  private double again(int round) {
    return request("again-" + round);
  }

  private double request(String id) {
    long runs = succeeded();
    long start = System.nanoTime();
    world
        .queues()
        .send("big", "{\"gateway\":\"big\",\"date\":\"2024-07-10\",\"requestId\":\"" + id + "\"}");
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
