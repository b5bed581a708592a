package io.daybook.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.Application;
import io.daybook.command.Shell;
import io.daybook.testing.OwnGateway;
import io.daybook.testing.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Bad rows, good day: 100,000 transactions, of which 7 cannot be mapped until the provider's file
 * is corrected. Then they are redriven, with the gateway switched off.
 */
public final class RejectedProof {
  private static final int TRANSACTIONS = 100_000;
  private static final Set<Integer> BAD = Set.of(0, 1, 999, 1_000, 50_000, 77_777, 99_999);
  private static final LocalDate DATE = World.YESTERDAY;

  private final World world = new World();
  private final OwnGateway gateway = new OwnGateway(world);

  public static void main(String[] args) {
    Proofs.main(
        () -> {
          new RejectedProof().run();
          return List.of();
        });
  }

  private void run() {
    gateway.list(DATE, IntStream.range(0, TRANSACTIONS).mapToObj(RejectedProof::row).toList());
    Application before = world.start();
    world.queues().send("own", "{\"gateway\":\"own\",\"date\":\"" + DATE + "\"}");
    until(7, "SELECT count(*) FROM dead_letters WHERE sent_at IS NOT NULL");
    expect("incomplete 99993 7 -");
    before.close();

    gateway.correct("effect: paid=posted", "effect: paid=posted disputed=none");
    gateway.close();
    world.start();
    Shell.Result redriven =
        new Shell(world)
            .type("dead-letters", "redrive", "--cause", "rejected-transaction", "--reason", "map");
    System.out.print(redriven.out() + redriven.err());
    until(8, "SELECT count(*) FROM runs WHERE outcome = 'succeeded'");
    expect("sealed 100000 0 declared-count");
    until(7, "SELECT count(*) FROM dead_letters WHERE state = 'resolved'");
    until(0, "SELECT count(*) FROM rejected_transactions WHERE resolved_at IS NULL");
    assertThat(gateway.requests()).as("requests at the gateway").isEqualTo(1);
    System.out.println("redriven with the gateway switched off; it was asked once in all");
    world.close();
  }

  private static String row(int number) {
    String status = BAD.contains(number) ? "disputed" : "paid";
    return OwnGateway.transaction(DATE, "t-" + number, status, "order " + number);
  }

  private void until(long expected, String sql) {
    await(sql)
        .atMost(2, MINUTES)
        .until(() -> world.sql().queryForObject(sql, Long.class), found -> found == expected);
  }

  private void expect(String expected) {
    List<String> day =
        world
            .sql()
            .queryForList(
                """
                SELECT d.state || ' ' || (SELECT count(*) FROM transactions) || ' ' || d.rejected || ' '
                       || coalesce(d.proof, '-')
                FROM days d
                """,
                String.class);
    assertThat(day).containsExactly(expected);
    System.out.println("day: " + expected);
  }
}
