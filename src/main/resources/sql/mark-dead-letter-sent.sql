-- Once the dead-letter queue has accepted the message; one that failed again meanwhile is still to be sent.
UPDATE dead_letters SET sent_at = now() WHERE message_id = :?messageId AND attempts = :?attempts
