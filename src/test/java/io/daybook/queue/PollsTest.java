package io.daybook.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.sandbox.EmbeddedQueue;
import io.daybook.sandbox.Queues;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** Silence is a fault only where somebody should have come for a message. */
class PollsTest {
  private static final Duration SILENCE_MAX = Duration.ofMillis(300);

  private final Queues queues = EmbeddedQueue.shared().createFreshQueues(60);
  private final Polls polls = new Polls(queues.sqs(), () -> true, SILENCE_MAX);
  private final SqsClient client = polls.client();

  @Test
  void a_queue_that_nobody_polls_is_a_fault_and_the_next_poll_ends_it() {
    assertThat(polls.fault()).isNull();
    await().until(() -> polls.fault() != null);
    assertThat(polls.fault()).contains("not polled", "restart this process");
    poll();
    assertThat(polls.fault()).isNull();
  }

  @Test
  void a_worker_in_a_long_day_is_none() {
    queues.send("group", "a long day");
    poll();
    await().during(SILENCE_MAX.multipliedBy(3)).until(() -> polls.fault() == null);
    polls.done();
    assertThat(polls.fault()).as("it has only just ended").isNull();
    await().until(() -> polls.fault() != null);
  }

  @Test
  void a_worker_that_died_is_at_work_no_more() {
    queues.send("group", "a deadly day");
    poll();
    polls.leave(Thread.currentThread());
    await().until(() -> polls.fault() != null);
  }

  private void poll() {
    client.receiveMessage(ReceiveMessageRequest.builder().queueUrl(queues.daysUrl()).build());
  }
}
