-- Once the dead-letter queue has accepted the message.
UPDATE dead_letters SET sent_at = now() WHERE message_id = :?messageId
