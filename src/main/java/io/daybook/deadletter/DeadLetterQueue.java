package io.daybook.deadletter;

import io.daybook.settings.QueueSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Reads the dead-letter queue from end to end. What is read is hidden from others only while it is
 * read: for seconds, and given back at the end; a command that is killed holds it no longer than
 * that.
 */
final class DeadLetterQueue {
  private static final int BATCH = 10;
  private static final int HIDDEN_SECONDS_MIN = 10;

  /** Far slower than SQS and this program read. */
  private static final int MESSAGES_A_SECOND = 50;

  private final SqsClient sqs;
  private final String url;

  DeadLetterQueue(SqsClient sqs, QueueSettings settings) {
    this.sqs = sqs;
    this.url = settings.deadLettersUrl();
  }

  /** What a look at the whole queue found: how many were there, and how many could be read. */
  record Sweep(int held, int read) {}

  /** Shows each message once to the visitor, and deletes those for which it returns true. */
  Sweep sweep(Predicate<Carried> visitor) {
    int held = size().total();
    int seconds = hiddenSeconds(held);
    Map<String, String> kept = new LinkedHashMap<>();
    int deleted = 0;
    try {
      for (List<Message> found = receive(seconds, held > 0);
          !found.isEmpty();
          found = receive(seconds, kept.size() + deleted < held)) {
        List<Message> unseen =
            found.stream().filter(message -> !kept.containsKey(message.messageId())).toList();
        found.forEach(message -> kept.put(message.messageId(), message.receiptHandle()));
        for (Message message : unseen) {
          if (visitor.test(Carried.of(message))) {
            sqs.deleteMessage(m -> m.queueUrl(url).receiptHandle(message.receiptHandle()));
            kept.remove(message.messageId());
            deleted++;
          }
        }
      }
      return new Sweep(held, kept.size() + deleted);
    } finally {
      giveBack(List.copyOf(kept.values()));
    }
  }

  /** How long a command that was killed may keep messages hidden. */
  int hiddenSeconds() {
    return hiddenSeconds(size().total());
  }

  /** How long a sweep of a queue of this size keeps a message hidden at the most. */
  private static int hiddenSeconds(int messages) {
    return HIDDEN_SECONDS_MIN + messages / MESSAGES_A_SECOND;
  }

  /** Asks every server of SQS while there is more to expect; that costs a second at the end. */
  private List<Message> receive(int hiddenSeconds, boolean moreExpected) {
    return sqs.receiveMessage(
            m ->
                m.queueUrl(url)
                    .maxNumberOfMessages(BATCH)
                    .visibilityTimeout(hiddenSeconds)
                    .waitTimeSeconds(moreExpected ? 1 : 0)
                    .messageAttributeNames("deadLetterId", "redrives")
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID,
                        MessageSystemAttributeName.SENT_TIMESTAMP))
        .messages();
  }

  private void giveBack(List<String> receipts) {
    for (int from = 0; from < receipts.size(); from += BATCH) {
      List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
      for (int i = from; i < Math.min(from + BATCH, receipts.size()); i++) {
        String receipt = receipts.get(i);
        String id = Integer.toString(i);
        entries.add(
            ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(receipt)
                .visibilityTimeout(0)
                .build());
      }
      try {
        sqs.changeMessageVisibilityBatch(m -> m.queueUrl(url).entries(entries));
      } catch (SdkException unreachable) {
        return; // they come back by themselves, within seconds
      }
    }
  }

  /** How many messages can be read, and how many another reader holds. */
  record Size(int visible, int hidden) {
    int total() {
      return visible + hidden;
    }
  }

  Size size() {
    Map<QueueAttributeName, String> counts =
        sqs.getQueueAttributes(
                m ->
                    m.queueUrl(url)
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return new Size(
        count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
        count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }

  private static int count(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
    return Integer.parseInt(counts.getOrDefault(name, "0"));
  }
}
