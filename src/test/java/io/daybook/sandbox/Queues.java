package io.daybook.sandbox;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The queue of requested days, its dead-letter queue, and what a test or an operator does with
 * them.
 */
public record Queues(SqsClient sqs, String daysUrl, String deadLettersUrl) {

  /** As {@code aws sqs send-message} does it: no deduplication id, so the content decides. */
  public String send(String group, String body) {
    return sqs.sendMessage(m -> m.queueUrl(daysUrl).messageGroupId(group).messageBody(body))
        .messageId();
  }

  /** With a deduplication id, so that the same body runs again within five minutes. */
  public String send(String group, String body, String deduplicationId) {
    return sqs.sendMessage(
            m ->
                m.queueUrl(daysUrl)
                    .messageGroupId(group)
                    .messageBody(body)
                    .messageDeduplicationId(deduplicationId))
        .messageId();
  }

  /** At most ten, with all attributes; they stay invisible to others for a second. */
  public List<Message> receive(String url) {
    return sqs.receiveMessage(
            m ->
                m.queueUrl(url)
                    .maxNumberOfMessages(10)
                    .visibilityTimeout(1)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  public void delete(String url, Message message) {
    sqs.deleteMessage(m -> m.queueUrl(url).receiptHandle(message.receiptHandle()));
  }

  /** How many messages wait, are being worked, or are delayed. */
  public int size(String url) {
    Map<QueueAttributeName, String> counts =
        sqs.getQueueAttributes(q -> q.queueUrl(url).attributeNames(QueueAttributeName.ALL))
            .attributes();
    return List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)
        .stream()
        .mapToInt(count -> Integer.parseInt(counts.getOrDefault(count, "0")))
        .sum();
  }
}
