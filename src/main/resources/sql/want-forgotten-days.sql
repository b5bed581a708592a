-- At each fire of the schedule: days whose message is on no queue any more, because it was lost or lived too long. Safe
-- to repeat: what waits, is asked for or is in work is left alone. A failed day is left to people.
UPDATE days
SET wanted_at = CAST(:?now AS timestamptz)
WHERE gateway = ANY (:?gateways) AND wanted_at IS NULL
  AND (active_run_id IS NULL OR lease_until <= clock_timestamp())
  AND ((state = 'requested' AND asked_at IS NULL)
       OR (state <> 'failed' AND asked_at <= CAST(:?expired AS timestamptz)))
