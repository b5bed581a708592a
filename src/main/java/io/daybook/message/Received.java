package io.daybook.message;

import java.time.Instant;

/**
 * A message as the queue delivered it. Only the queue's own attributes are read, never the
 * sender's.
 *
 * @param receiptHandle what deletes it or gives it back; changes with each delivery
 * @param sentAt when the queue accepted it
 */
public record Received(
    String body, String messageId, String receiptHandle, String deduplicationId, Instant sentAt) {}
