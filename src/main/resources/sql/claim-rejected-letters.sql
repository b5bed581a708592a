-- Every few seconds: the dead letters of rejected transactions that were not sent yet. Safe to repeat, and for several
-- instances at once: each letter goes to one of them, and to another a minute later if it was not sent by then.
UPDATE dead_letters
SET sending_until = now() + interval '1 minute'
WHERE dead_letter_id IN (
  SELECT dead_letter_id
  FROM dead_letters
  WHERE sent_at IS NULL AND state = 'open' AND rejected_id IS NOT NULL AND cause = 'rejected-transaction'
    AND (sending_until IS NULL OR sending_until < now())
  ORDER BY dead_letter_id
  LIMIT 100
  FOR UPDATE SKIP LOCKED)
RETURNING CAST(dead_letter_id AS text) AS "deadLetterId", body, gateway, CAST(business_date AS text) AS date, cause,
          error, attempts, redrives, CAST(failed_at AS text) AS "failedAt"
