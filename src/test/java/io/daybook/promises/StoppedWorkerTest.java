package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.Application;
import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.EmbeddedDatabase;
import io.daybook.testing.Relay;
import io.daybook.testing.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that stops keeps nobody waiting: what it had, or was just about to get, goes on. */
class StoppedWorkerTest {
  private static final String URL = "daybook.database.url";
  private static final int ROUNDS = 2;
  private static final int MESSAGES = 4;

  /** What is stranded comes back only long after this test has given up. */
  private final World world = new World(600);

  private final Watch watch = new Watch(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void messages_that_arrive_while_an_instance_stops_are_worked_at_once_by_the_next() {
    LocalDate date = World.YESTERDAY;
    Application instance = world.start();
    for (int round = 0; round < ROUNDS; round++) {
      Application stopping = instance;
      awaitPolling();
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(stopping::close);
      for (int i = 0; i < MESSAGES; i++, date = date.minusDays(1)) {
        world.queues().send("group-" + date, Watch.day("stripe", date));
      }
      stopped.join();
      instance = world.start();
    }
    await("all are worked")
        .atMost(Duration.ofSeconds(20))
        .until(() -> succeeded() == ROUNDS * MESSAGES && watch.asked() == 0);
    assertThat(watch.number("SELECT count(*) FROM dead_letters")).isZero();
  }

  @Test
  void a_day_in_work_goes_on_at_once_in_the_next_instance() {
    world.gateways().stripe().behave(Behaviour.slow(Duration.ofMillis(300)));
    Application first = world.start();
    world.queues().send("stripe", Watch.day("stripe", World.YESTERDAY));
    watch.until(1, "SELECT count(*) FROM batches WHERE page = 1");
    first.close();
    assertThat(watch.lines("SELECT outcome || ' ' || attempt FROM runs"))
        .containsExactly("stopped 1");
    world.start();
    watch.untilSucceeded(1);
    assertThat(watch.lines("SELECT outcome || ' ' || attempt FROM runs ORDER BY run_id"))
        .containsExactly("stopped 1", "succeeded 1");
    assertThat(world.differences("stripe", World.YESTERDAY)).isEmpty();
  }

  @Test
  void a_gateway_that_does_not_answer_keeps_neither_the_process_nor_the_day() {
    world.gateways().stripe().behave(Behaviour.slow(Duration.ofMinutes(2)));
    Application first = world.start();
    world.queues().send("stripe", Watch.day("stripe", World.YESTERDAY));
    await().until(() -> !world.gateways().stripe().requests().isEmpty());
    long start = System.nanoTime();
    first.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(28));
    world.gateways().stripe().behave(Behaviour.honest());
    world.start();
    watch.untilSucceeded(1);
    assertThat(watch.lines("SELECT outcome FROM runs ORDER BY run_id"))
        .containsExactly("stopped", "succeeded");
  }

  @Test
  void a_database_that_does_not_answer_either_keeps_the_process_no_longer() {
    try (Relay way = new Relay(EmbeddedDatabase.shared().port())) {
      world.with(URL, world.settings().get(URL).replaceFirst(":\\d+/", ":" + way.port() + "/"));
      world.gateways().stripe().behave(Behaviour.slow(Duration.ofMinutes(2)));
      Application instance = world.start();
      for (String gateway : List.of("stripe", "stripe-uae")) {
        world.queues().send(gateway, Watch.day(gateway, World.YESTERDAY));
      }
      await().until(() -> world.gateways().stripe().requests().size() == 2);
      way.silence();
      long start = System.nanoTime();
      instance.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(28));
    }
  }

  /** Nobody can see a poll from outside, but each pause between two of them is half a second. */
  private void awaitPolling() {
    await().pollDelay(Duration.ofMillis(1_600)).until(() -> true);
  }

  private long succeeded() {
    return watch.number(
        "SELECT count(DISTINCT business_date) FROM runs WHERE outcome = 'succeeded'");
  }
}
