-- For each message of the dead-letter queue: the row that it belongs to. The body is compared, too, since a queue may
-- outlive a database, and its numbers would mean other rows then; a long body stands on the queue in part. Reads only.
SELECT *
FROM dead_letters
WHERE (dead_letter_id = CAST(:deadLetterId AS bigint)
       AND (body = CAST(:body AS text) OR length(body) > CAST(:bodyMax AS integer)))
   OR message_id = :messageId
ORDER BY dead_letter_id = CAST(:deadLetterId AS bigint) DESC NULLS LAST
LIMIT 1
