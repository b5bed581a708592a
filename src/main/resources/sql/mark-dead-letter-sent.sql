-- Once the dead-letter queue has accepted the message; one that failed again meanwhile is still to be sent.
UPDATE dead_letters
SET sent_at = now()
WHERE dead_letter_id = CAST(:?deadLetterId AS bigint) AND attempts = :?attempts
