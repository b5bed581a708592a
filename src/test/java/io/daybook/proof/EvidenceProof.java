package io.daybook.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.command.Shell;
import io.daybook.sandbox.SetHash;
import io.daybook.testing.Archive;
import io.daybook.testing.OwnGateway;
import io.daybook.testing.OwnGateways;
import io.daybook.testing.World;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The evidence of a large day: verified in a process with a small heap, one flipped byte found, all
 * rows deleted and stored again from the archive with the gateway switched off. An argument sets
 * how many transactions the day has.
 */
public final class EvidenceProof {
  private static final int PAGE = 10_000;
  private static final LocalDate DATE = World.YESTERDAY;
  private static final String HEAP = "64m";

  private final int transactions;
  private final World world = new World(300);
  private final OwnGateways gateways =
      new OwnGateways(world).provider("own", yaml -> yaml).add("own", "own");
  private final Archive archive = new Archive(world);

  private EvidenceProof(int transactions) {
    this.transactions = transactions;
  }

  public static void main(String[] args) {
    Proofs.main(
        () -> {
          new EvidenceProof(args.length == 0 ? 120_000 : Integer.parseInt(args[0])).run();
          return List.of();
        });
  }

  private void run() throws Exception {
    list("paid");
    var first = world.start();
    long start = System.nanoTime();
    send("first", 1);
    tell("stored from the gateway", start);
    first.close();
    list("again");
    gateways.correct("own", "effect: paid=posted", "effect: paid=posted again=posted");
    world.later(Duration.ofHours(1)).start();
    start = System.nanoTime();
    send("second", 2);
    tell("stored again, all of them changed", start);
    String rows = hash("transactions");
    String versions = hash("transaction_versions");

    start = System.nanoTime();
    assertThat(verifyInSmallHeap()).contains("own " + DATE + " verified: run 2, ");
    tell("verified by a process of its own with a heap of " + HEAP, start);
    findFlippedByte();

    gateways.close();
    world.sql().update("DELETE FROM transactions");
    world.sql().update("DELETE FROM transaction_versions");
    start = System.nanoTime();
    Shell.Result asked = new Shell(world).type("rebuild", DATE.toString());
    assertThat(asked.exitCode()).as(asked.err()).isZero();
    untilSucceeded(4);
    tell("two runs rebuilt, archive checked twice", start, 2L * transactions);
    assertThat(hash("transactions")).isEqualTo(rows);
    assertThat(hash("transaction_versions")).isEqualTo(versions);
    System.out.println("same hash over gateway, id, version and content: " + rows);
    assertThat(new Shell(world).type("verify", DATE.toString()).exitCode()).isZero();
    world.close();
  }

  private void list(String status) {
    int pages = (transactions + PAGE - 1) / PAGE;
    for (int page = 1; page <= pages; page++) {
      List<String> some =
          IntStream.range((page - 1) * PAGE, Math.min(page * PAGE, transactions))
              .mapToObj(i -> OwnGateway.transaction(DATE, "t-" + i, status, "order " + i))
              .toList();
      String next = page == pages ? "null" : String.valueOf(page + 1);
      gateways.page("own", DATE, page, OwnGateways.pageOf(transactions, next, some));
    }
  }

  private void send(String id, long succeeded) {
    world
        .queues()
        .send(
            "own", "{\"gateway\":\"own\",\"date\":\"" + DATE + "\",\"requestId\":\"" + id + "\"}");
    untilSucceeded(succeeded);
  }

  private void untilSucceeded(long runs) {
    String sql = "SELECT count(*) FROM runs WHERE outcome = 'succeeded'";
    await(sql)
        .atMost(10, MINUTES)
        .until(() -> world.sql().queryForObject(sql, Long.class), found -> found == runs);
  }

  private String verifyInSmallHeap() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Xmx" + HEAP);
    command.addAll(List.of("-cp", classPath()));
    world.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("io.daybook.Daybook", "verify", DATE.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  /** Maven runs main classes in its own process, with a loader for their class path. */
  private static String classPath() {
    return EvidenceProof.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  private void findFlippedByte() throws IOException {
    String page = "own/" + DATE + "/run-2/page-000003.json.gz";
    byte[] intact = archive.bytes(page);
    archive.flip(page, intact.length / 3);
    Shell.Result damaged = new Shell(world).type("verify", DATE.toString());
    assertThat(damaged.exitCode()).isEqualTo(1);
    assertThat(damaged.out()).contains("damaged: run 2 page 3: " + page);
    System.out.println("one flipped byte: " + damaged.out().strip());
    Files.write(archive.path(page), intact);
  }

  private String hash(String table) {
    SetHash hash = new SetHash();
    world
        .sql()
        .query(
            "SELECT gateway, transaction_id || ' ' || encode(content_hash, 'hex'), version FROM "
                + table,
            row -> {
              hash.add(row.getString(1), row.getString(2), row.getInt(3));
            });
    return hash.toString();
  }

  private void tell(String what, long startNanos) {
    tell(what, startNanos, transactions);
  }

  private static void tell(String what, long startNanos, long count) {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    System.out.printf(
        Locale.ROOT, "%s: %,d in %.1f s, %,.0f/s%n", what, count, seconds, count / seconds);
  }
}
