-- By the dead-letters commands, for what was recorded only after its day was stored; seal-day.sql does it for all
-- others. Safe to repeat.
UPDATE dead_letters l
SET state = 'resolved', changed_at = now(), changed_by = r.instance,
    change_reason = format('run %s: the day is %s', r.run_id, d.state)
FROM days d
JOIN runs r ON r.run_id = d.last_run_id
WHERE d.gateway = l.gateway AND d.business_date = l.business_date AND l.state = 'open'
  AND l.rejected_id IS NULL
  AND d.state IN ('stored', 'sealed') AND r.outcome = 'succeeded' AND r.started_at > l.failed_at
