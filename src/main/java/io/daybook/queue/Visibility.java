package io.daybook.queue;

import io.daybook.message.Received;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Decides when a received message of the days queue is delivered again. */
public final class Visibility {
  /** What SQS allows from the first receive on. */
  private static final int SECONDS_MAX = 43_200;

  private final SqsClient sqs;
  private final String daysUrl;

  public Visibility(SqsClient sqs, String daysUrl) {
    this.sqs = sqs;
    this.daysUrl = daysUrl;
  }

  /** Keeps a message in work hidden from others for that long from now. */
  public void extend(Received received, int seconds) {
    change(received, seconds);
  }

  /** Gives a message back, to be delivered again after that long; its group waits with it. */
  public void giveBack(Received received, int seconds) {
    change(received, seconds);
  }

  private void change(Received received, int seconds) {
    sqs.changeMessageVisibility(
        request ->
            request
                .queueUrl(daysUrl)
                .receiptHandle(received.receiptHandle())
                .visibilityTimeout(Math.min(seconds, SECONDS_MAX)));
  }
}
