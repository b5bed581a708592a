-- Before a message goes to the dead-letter queue; a day that was never stored becomes failed. Safe to repeat: a message
-- has one row, however often its sending had to be tried. The copy that a redrive sent is known by its deduplication id,
-- which nobody else can know, and takes its old row again, with the count of its redrives.
WITH day AS (
  UPDATE days
  SET state = CASE state WHEN 'requested' THEN 'failed' ELSE state END,
      cause = CASE state WHEN 'requested' THEN :?cause ELSE cause END,
      error = CASE state WHEN 'requested' THEN :?error ELSE error END,
      asked_at = NULL
  WHERE gateway = :?gateway AND business_date = CAST(:?date AS date)
    AND (state = 'requested' OR asked_at IS NOT NULL)
), again AS (
  UPDATE dead_letters
  SET message_id = :?messageId, cause = :?cause, error = :?error, attempts = :?attempts, failed_at = now(),
      sent_at = NULL, state = 'open',
      redrives = CAST(:?redriveNumber AS integer)
  WHERE dead_letter_id = CAST(:?redriveOf AS bigint) AND message_id = :?redrivenMessageId
    AND redrives IN (CAST(:?redriveNumber AS integer) - 1, CAST(:?redriveNumber AS integer)) -- marked since, or not yet
  RETURNING dead_letter_id, failed_at, redrives
), first AS (
  INSERT INTO dead_letters (message_id, body, gateway, business_date, cause, error, attempts)
  SELECT :?messageId, :?body, :?gateway, CAST(:?date AS date), :?cause, :?error, CAST(:?attempts AS integer)
  WHERE NOT EXISTS (SELECT FROM again)
  ON CONFLICT (message_id) DO UPDATE
  SET cause = excluded.cause, error = excluded.error, attempts = excluded.attempts
  RETURNING dead_letter_id, failed_at, redrives
)
SELECT CAST(dead_letter_id AS text) AS "deadLetterId", CAST(failed_at AS text) AS "failedAt",
       CAST(redrives AS text) AS redrives
FROM (TABLE again UNION ALL TABLE first) AS recorded
