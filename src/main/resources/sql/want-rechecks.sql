-- At each fire of the schedule: days that are to be downloaded again, to find what came late. Safe to repeat: what
-- waits, is asked for or is in work is left alone.
UPDATE days
SET wanted_at = CAST(:?now AS timestamptz), wanted_group = '', wanted_request_id = NULL, wanted_reason = NULL
WHERE gateway = ANY (:?gateways) AND wanted_at IS NULL AND next_check_at <= CAST(:?now AS timestamptz)
  AND state IN ('stored', 'sealed', 'mismatch', 'incomplete')
  AND (asked_at IS NULL OR asked_at <= CAST(:?expired AS timestamptz))
  AND (active_run_id IS NULL OR lease_until <= clock_timestamp())
