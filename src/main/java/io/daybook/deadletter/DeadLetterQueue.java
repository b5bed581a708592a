package io.daybook.deadletter;

import io.daybook.settings.QueueSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The dead-letter queue, as many messages at a time as it takes. */
final class DeadLetterQueue {
  private static final int BATCH = 10;

  private final SqsClient sqs;
  private final String url;

  DeadLetterQueue(SqsClient sqs, QueueSettings settings) {
    this.sqs = sqs;
    this.url = settings.deadLettersUrl();
  }

  /** Asks every server of SQS while there is more to expect; that costs a second at the end. */
  List<Message> receive(int hiddenSeconds, boolean moreExpected) {
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

  /** What the queue does not delete for once, the next sweep meets again. */
  void delete(List<Message> messages) {
    List<DeleteMessageBatchRequestEntry> all =
        IntStream.range(0, messages.size())
            .mapToObj(
                i ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .receiptHandle(messages.get(i).receiptHandle())
                        .build())
            .toList();
    inBatches(all, entries -> sqs.deleteMessageBatch(m -> m.queueUrl(url).entries(entries)));
  }

  /** Makes them visible to others again. */
  void giveBack(List<String> receipts) {
    List<ChangeMessageVisibilityBatchRequestEntry> all =
        IntStream.range(0, receipts.size())
            .mapToObj(
                i ->
                    ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .receiptHandle(receipts.get(i))
                        .visibilityTimeout(0)
                        .build())
            .toList();
    try {
      inBatches(
          all, entries -> sqs.changeMessageVisibilityBatch(m -> m.queueUrl(url).entries(entries)));
    } catch (SdkException unreachable) {
      return; // they come back by themselves
    }
  }

  private static <T> void inBatches(List<T> all, Consumer<List<T>> call) {
    for (int from = 0; from < all.size(); from += BATCH) {
      call.accept(new ArrayList<>(all.subList(from, Math.min(from + BATCH, all.size()))));
    }
  }

  /** How many messages can be read, and how many a reader holds. */
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
