-- Before a message goes to the dead-letter queue; a day that was never stored becomes failed. Safe to repeat: a message
-- has one row, however often its sending had to be tried.
WITH day AS (
  UPDATE days
  SET state = 'failed', cause = :?cause, error = :?error
  WHERE gateway = :?gateway AND business_date = CAST(:?date AS date) AND state = 'requested'
)
INSERT INTO dead_letters (message_id, body, gateway, business_date, cause, error, attempts)
VALUES (:?messageId, :?body, :?gateway, CAST(:?date AS date), :?cause, :?error, :?attempts)
ON CONFLICT (message_id) DO UPDATE
SET cause = excluded.cause, error = excluded.error, attempts = excluded.attempts
RETURNING CAST(dead_letter_id AS text) AS dead_letter_id, CAST(failed_at AS text) AS failed_at
