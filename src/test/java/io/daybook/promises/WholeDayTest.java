package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.testing.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A day that is asked for is stored to the last transaction. */
class WholeDayTest {
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_bare_date_stores_all_transactions_of_every_gateway() {
    world.start();
    world.queues().send("anybody", World.YESTERDAY.toString());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                world
                        .sql()
                        .queryForObject(
                            "SELECT count(*) FROM days WHERE last_outcome = 'succeeded'",
                            Long.class)
                    == 3);
    for (String gateway : world.gateways().names()) {
      assertThat(world.differences(gateway, World.YESTERDAY)).isEmpty();
    }
    List<String> states =
        world
            .sql()
            .queryForList("SELECT gateway || ' ' || state FROM days ORDER BY 1", String.class);
    assertThat(states).containsExactly("moyasar sealed", "stripe stored", "stripe-uae stored");
  }
}
