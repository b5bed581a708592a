package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.sandbox.Database;
import io.daybook.sandbox.EmbeddedDatabase;
import io.daybook.sandbox.EmbeddedQueue;
import io.daybook.testing.Deadly;
import io.daybook.testing.Management;
import io.daybook.testing.QueueRelay;
import io.daybook.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Down is said where a restart helps, and there within seconds; nowhere else. */
class LivenessTest {
  private static final String UP = "200 {\"status\":\"UP\"}";
  private static final int LEASE_SECONDS = 5;

  private final World world = new World(LEASE_SECONDS);
  private final Watch watch = new Watch(world);

  @TempDir private Path routes;

  @AfterEach
  void close() {
    world.close();
  }

  /** The instances that died are still there, as they are until somebody restarts them. */
  @Test
  void a_writer_and_a_poller_that_died_are_told_and_another_instance_takes_their_day()
      throws IOException {
    deadly("store-batch");
    Management writing = startOne();
    world.queues().send("stripe", Watch.day("stripe", World.YESTERDAY));
    soon(() -> assertThat(writing.live()).startsWith("503").contains("work", told("A writer")));

    deadly("download-day");
    Management polling = startOne();
    String poller = told("A poller of the days queue");
    soon(() -> assertThat(polling.live()).startsWith("503").contains("work", poller));

    world.with("daybook.routes.replace-steps", "false");
    Management healthy = startOne();
    watch.untilSucceeded(1);
    assertThat(world.differences("stripe", World.YESTERDAY)).isEmpty();
    assertThat(watch.lines("SELECT outcome FROM runs ORDER BY run_id"))
        .containsExactly("lost", "lost", "succeeded");
    assertThat(healthy.live()).isEqualTo(UP);
    assertThat(writing.live()).startsWith("503");
  }

  private static String told(String who) {
    return who + " died of NoClassDefFoundError thrown by the test: restart this process";
  }

  @Test
  void servers_that_cannot_be_used_make_the_instance_unready_and_leave_it_alive() {
    try (QueueRelay relay = new QueueRelay(EmbeddedQueue.shared().endpoint())) {
      world.with("daybook.queue.endpoint", relay.endpoint());
      Management management = startOne();
      assertThat(management.live()).isEqualTo(UP);
      soon(() -> assertThat(management.ready()).isEqualTo(UP));

      relay.cut("GetQueueAttributes", 0, false);
      allowConnections(false);
      soon(
          () ->
              assertThat(management.ready())
                  .startsWith("503")
                  .contains("The queue cannot be used", "cut by the test", "days-url")
                  .contains("The database cannot be used", "a restart does not help"));
      assertThat(management.live()).isEqualTo(UP);
      allowConnections(true);
      relay.mend();
      soon(() -> assertThat(management.ready()).isEqualTo(UP));

      relay.cut("ReceiveMessage", 0, false);
      soon(() -> assertThat(management.ready()).contains("Consumer failed polling"));
      assertThat(management.live()).isEqualTo(UP);
    }
  }

  private Management startOne() {
    Management management = new Management(world);
    world.start();
    return management;
  }

  /** As an outage of this one database: connections are cut, and new ones refused. */
  private void allowConnections(boolean allowed) {
    String name = world.database().url().replaceFirst(".*/", "");
    Database admin = EmbeddedDatabase.shared().admin();
    admin.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS " + allowed);
    admin.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
  }

  private void deadly(String step) throws IOException {
    Files.deleteIfExists(routes.resolve("store-batch.camel.yaml"));
    Files.writeString(routes.resolve(step + ".camel.yaml"), Deadly.route(step));
    world
        .with("daybook.worker.concurrency", "1")
        .with("daybook.routes.directory", routes.toString())
        .with("daybook.routes.replace-steps", "true");
  }

  private static void soon(Runnable holds) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(holds::run);
  }
}
