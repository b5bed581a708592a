package io.daybook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class EmbeddedQueueTest {
  private final Queues queues = EmbeddedQueue.shared().createFreshQueues();

  @Test
  void has_the_attributes_that_a_queue_of_days_needs() {
    var attributes =
        queues
            .sqs()
            .getQueueAttributes(
                q -> q.queueUrl(queues.daysUrl()).attributeNames(QueueAttributeName.ALL))
            .attributes();
    assertThat(attributes)
        .containsEntry(QueueAttributeName.FIFO_QUEUE, "true")
        .containsEntry(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true")
        .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "900");
    assertThat(attributes.get(QueueAttributeName.REDRIVE_POLICY))
        .contains("-dlq.fifo")
        .contains("100");
  }

  @Test
  void keeps_one_of_two_equal_messages_and_both_with_different_deduplication_ids() {
    queues.send("stripe", "2024-07-10");
    queues.send("stripe", "2024-07-10");
    queues.send("stripe", "2024-07-10", "again");
    assertThat(queues.size(queues.daysUrl())).isEqualTo(2);
  }

  @Test
  void holds_a_group_back_until_its_first_message_is_deleted() {
    queues.send("stripe", "2024-07-10");
    Message first = queues.receive(queues.daysUrl()).get(0);
    queues.send("stripe", "2024-07-11");
    assertThat(queues.receive(queues.daysUrl())).isEmpty();
    queues.delete(queues.daysUrl(), first);
    assertThat(queues.receive(queues.daysUrl()))
        .extracting(Message::body)
        .containsExactly("2024-07-11");
  }

  @Test
  void listens_on_the_loopback_interface_under_its_own_address() {
    assertThat(queues.daysUrl()).startsWith(EmbeddedQueue.shared().endpoint() + "/");
  }

  @Test
  void ends_when_closed_and_starts_again_on_the_same_port() {
    EmbeddedQueue first = EmbeddedQueue.start();
    first.close();
    try (EmbeddedQueue second = EmbeddedQueue.start(first.port())) {
      assertThat(second.createQueues().daysUrl()).endsWith("/daybook-days.fifo");
    }
  }
}
