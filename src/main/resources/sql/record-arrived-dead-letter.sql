-- By the dead-letters commands, for a message that the queue's own redrive policy gave up: no worker of ours came to
-- an end with it. Safe to repeat: a message has one row. The copy that a redrive sent takes its old row again. It failed
-- when its last run began, as far as is known; if its day was stored after that, nothing is left to do.
WITH its_runs AS (
  SELECT count(*) AS attempts, greatest(max(started_at), CAST(:sentAt AS timestamptz)) AS failed_at
  FROM runs
  WHERE message_id = :messageId
), day AS (
  UPDATE days
  SET state = CASE state WHEN 'requested' THEN 'failed' ELSE state END,
      cause = CASE state WHEN 'requested' THEN 'internal' ELSE cause END,
      error = CASE state WHEN 'requested' THEN CAST(:error AS text) ELSE error END,
      asked_at = NULL
  WHERE gateway = :gateway AND business_date = CAST(:date AS date)
    AND (state = 'requested' OR asked_at IS NOT NULL)
), again AS (
  UPDATE dead_letters
  SET message_id = :messageId, cause = 'internal', error = CAST(:error AS text), attempts = its_runs.attempts,
      failed_at = its_runs.failed_at, sent_at = now(), state = 'open',
      redrives = CAST(:redriveNumber AS integer)
  FROM its_runs
  WHERE dead_letter_id = CAST(:redriveOf AS bigint) AND message_id = :redrivenMessageId
    AND redrives IN (CAST(:redriveNumber AS integer) - 1, CAST(:redriveNumber AS integer)) -- marked since, or not yet
  RETURNING dead_letter_id
)
INSERT INTO dead_letters (message_id, body, gateway, business_date, cause, error, attempts, failed_at, sent_at)
SELECT CAST(:messageId AS text), CAST(:body AS text), CAST(:gateway AS text), CAST(:date AS date), 'internal',
       CAST(:error AS text), attempts, failed_at, now()
FROM its_runs
WHERE NOT EXISTS (SELECT FROM again)
ON CONFLICT (message_id) DO NOTHING
