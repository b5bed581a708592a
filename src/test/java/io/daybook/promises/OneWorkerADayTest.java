package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.Queues;
import io.daybook.testing.World;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A day is worked by one worker at a time, however many instances there are. */
class OneWorkerADayTest {
  /** Far longer than a test waits, so that a message that is only left lying shows. */
  private static final int VISIBILITY_SECONDS = 600;

  private final World world = new World(VISIBILITY_SECONDS).with("daybook.worker.concurrency", "1");
  private final Watch watch = new Watch(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void two_requests_at_once_among_three_instances_are_one_run() {
    world.gateways().stripe().behave(Behaviour.slow(Duration.ofMillis(900)));
    for (String instance : new String[] {"one", "two", "three"}) {
      world.with("daybook.instance", instance).start();
    }
    Queues queues = world.queues();
    queues
        .sqs()
        .sendMessageBatch(b -> b.queueUrl(queues.daysUrl()).entries(request("a"), request("b")));
    watch.untilSucceeded(1);

    assertThat(watch.lines("SELECT gateway || ' ' || business_date || ' ' || outcome FROM runs"))
        .containsExactly("stripe 2024-07-10 succeeded");
    assertThat(world.differences("stripe", World.YESTERDAY)).isEmpty();
    assertThat(watch.lines("SELECT state || coalesce(' ' || active_run_id, '') FROM days"))
        .containsExactly("stored");
    assertThat(watch.number("SELECT count(*) FROM dead_letters")).isZero();
    assertThat(queues.size(queues.deadLettersUrl())).isZero();
    int pages = (int) watch.number("SELECT pages FROM runs");
    assertThat(world.gateways().stripe().requests()).hasSize(pages);
  }

  @Test
  void a_request_during_a_run_waits_for_it_and_is_done_soon_after() {
    world.gateways().stripe().behave(Behaviour.slow(Duration.ofMillis(300)));
    world.with("daybook.worker.concurrency", "2").start();
    world.queues().send("a", Watch.day("stripe", World.YESTERDAY), "a");
    watch.until(1, "SELECT count(*) FROM runs WHERE outcome IS NULL");
    world.queues().send("b", Watch.day("stripe", World.YESTERDAY), "b");
    watch.untilSucceeded(2);

    assertThat(watch.lines("SELECT outcome || ' ' || attempt FROM runs"))
        .containsExactly("succeeded 1", "succeeded 1");
    assertThat(
            watch.number(
                "SELECT count(*) FROM runs a JOIN runs b ON a.run_id < b.run_id"
                    + " AND b.started_at >= a.finished_at"))
        .as("one after the other")
        .isEqualTo(1);
    assertThat(world.differences("stripe", World.YESTERDAY)).isEmpty();
  }

  private static SendMessageBatchRequestEntry request(String group) {
    return SendMessageBatchRequestEntry.builder()
        .id(group)
        .messageGroupId(group)
        .messageDeduplicationId(group)
        .messageBody(Watch.day("stripe", World.YESTERDAY))
        .build();
  }
}
