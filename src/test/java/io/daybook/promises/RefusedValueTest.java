package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A value that the database refuses costs its own transaction, and none of its neighbours. */
class RefusedValueTest {
  private final World world = new World();
  private final Watch watch = new Watch(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void one_refused_transaction_is_rejected_alone_and_stored_once_it_can_be() {
    world.start();
    run("first", 1);
    long all = watch.number("SELECT count(*) FROM transactions");
    String id = watch.lines("SELECT min(transaction_id) FROM transactions").get(0);

    world.sql().execute("TRUNCATE transactions");
    world
        .sql()
        .execute(
            "ALTER TABLE transactions ADD CONSTRAINT refused CHECK (transaction_id <> '%s')"
                .formatted(id));
    run("refused", 2);
    assertThat(watch.number("SELECT count(*) FROM transactions")).isEqualTo(all - 1);
    assertThat(watch.lines("SELECT cause FROM rejected_transactions WHERE resolved_at IS NULL"))
        .containsExactly("refused-by-database");
    assertThat(watch.lines("SELECT error FROM rejected_transactions").get(0))
        .contains("SQLSTATE 23514", "refused")
        .doesNotContain(id);
    assertThat(watch.lines("SELECT state FROM days")).containsExactly("incomplete");

    world.sql().execute("ALTER TABLE transactions DROP CONSTRAINT refused");
    run("healed", 3);
    assertThat(world.differences("stripe", World.YESTERDAY)).isEmpty();
    assertThat(watch.number("SELECT count(*) FROM transactions")).isEqualTo(all);
    assertThat(watch.number("SELECT count(*) FROM rejected_transactions WHERE resolved_at IS NULL"))
        .isZero();
  }

  private void run(String requestId, int succeeded) {
    String body = "{\"gateway\":\"stripe\",\"date\":\"%s\",\"requestId\":\"%s\"}";
    world.queues().send("stripe", body.formatted(World.YESTERDAY, requestId));
    watch.untilSucceeded(succeeded);
  }
}
