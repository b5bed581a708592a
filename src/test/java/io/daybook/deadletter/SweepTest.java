package io.daybook.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.settings.Settings;
import io.daybook.testing.World;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SweepTest {
  private final World world = new World();
  private final DeadLetterQueue queue =
      new DeadLetterQueue(world.queues().sqs(), Settings.of(world.settings()).queue());

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  @Timeout(20)
  void ends_though_what_it_has_read_is_not_hidden_long_enough() {
    send(15);
    Sweep sweep = Sweep.hiding(Duration.ofMillis(900), queue);
    Set<String> visited = new HashSet<>();

    sweep.run(message -> !visited.add(message.messageId()));

    assertThat(visited).isNotEmpty();
    assertThat(sweep.unread()).isEqualTo(15 - visited.size());
    assertThat(queue.size().total()).isEqualTo(15);
  }

  @Test
  void shows_each_message_once_deletes_what_is_done_and_gives_back_the_rest() {
    send(25);
    Set<String> visited = new HashSet<>();

    Sweep.of(queue).run(message -> visited.add(message.messageId()) && message.body().equals("3"));

    assertThat(visited).hasSize(25);
    assertThat(queue.size()).isEqualTo(new DeadLetterQueue.Size(24, 0));
  }

  private void send(int count) {
    for (int i = 0; i < count; i++) {
      String body = String.valueOf(i);
      world
          .queues()
          .sqs()
          .sendMessage(
              m ->
                  m.queueUrl(world.queues().deadLettersUrl())
                      .messageGroupId(body)
                      .messageDeduplicationId(UUID.randomUUID().toString())
                      .messageBody(body));
    }
  }
}
