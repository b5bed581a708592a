package io.daybook.deadletter;

import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends copies of dead letters to the days queue, so many in a second. */
final class Sender {
  private final SqsClient sqs;
  private final String daysUrl;
  private final Pace pace;

  Sender(SqsClient sqs, String daysUrl, Pace pace) {
    this.sqs = sqs;
    this.daysUrl = daysUrl;
    this.pace = pace;
  }

  /** Returns once the queue has accepted it. */
  void send(DeadLetter letter) {
    pace.await();
    sqs.sendMessage(
        message ->
            message
                .queueUrl(daysUrl)
                .messageGroupId(group(letter))
                .messageDeduplicationId(RedriveId.next(letter).toString())
                .messageBody(letter.body()));
  }

  /** A day keeps its gateway's order; what names no day of ours holds nobody up. */
  private static String group(DeadLetter letter) {
    String gateway = letter.gateway();
    return gateway != null && letter.date() != null && gateway.matches("[a-z][a-z0-9-]{0,99}")
        ? gateway
        : "dead-letter-" + letter.id();
  }
}
