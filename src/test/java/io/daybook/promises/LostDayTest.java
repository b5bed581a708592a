package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.sandbox.Behaviour;
import io.daybook.testing.World;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker that lost its day, whatever it believes, writes nothing more and judges nothing. */
class LostDayTest {
  private static final long ANOTHER_RUN = 999;

  private final World world = new World();
  private final Watch watch = new Watch(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_run_whose_day_was_taken_stores_no_further_row() {
    world.gateways().stripe().behave(Behaviour.slow(Duration.ofMillis(300)));
    world.start();
    world.queues().send("stripe", Watch.day("stripe", World.YESTERDAY));
    watch.until(1, "SELECT count(*) FROM batches");
    world
        .sql()
        .update(
            "UPDATE days SET active_run_id = ?, lease_until = now() + interval '10 minutes'",
            ANOTHER_RUN);
    long stored = watch.number("SELECT count(*) FROM transactions");
    long pages = watch.number("SELECT count(*) FROM pages");

    await("a page after the day was lost")
        .until(() -> watch.number("SELECT count(*) FROM pages") > pages);
    await("nothing more is stored")
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(10))
        .until(() -> watch.number("SELECT count(*) FROM transactions") == stored);
    assertThat(watch.number("SELECT count(*) FROM batches")).isEqualTo(1);
    assertThat(watch.number("SELECT count(*) FROM pages")).isEqualTo(pages + 1);
    assertThat(watch.lines("SELECT state || ' ' || active_run_id FROM days"))
        .containsExactly("requested " + ANOTHER_RUN);
  }
}
