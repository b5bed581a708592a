package io.daybook.command;

import io.daybook.queue.Queues;
import io.daybook.settings.QueueSettings;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The days queue, while a command sends a known number of messages to it. */
final class DaysQueue implements AutoCloseable {
  private final String url;
  private final int messages;
  private final SqsClient sqs;
  private int sent;

  DaysQueue(QueueSettings queue, int messages) {
    this.url = queue.daysUrl();
    this.messages = messages;
    this.sqs = Queues.client(queue);
  }

  /**
   * Sends the next.
   *
   * @throws CommandException if the queue did not accept it; says how many it did
   */
  void send(String group, String body) {
    try {
      sqs.sendMessage(message -> message.queueUrl(url).messageGroupId(group).messageBody(body));
      sent++;
    } catch (SdkException e) {
      throw new CommandException(
          "%d of %d messages were sent to %s, then: %s; it is safe to ask again"
              .formatted(sent, messages, url, Failures.words(e)),
          e);
    }
  }

  @Override
  public void close() {
    sqs.close();
  }
}
