-- By the command dead-letters show: what is known of a dead letter's day, and how its last run ended. Reads only.
SELECT d.state, d.proof, d.transactions, d.rejected,
       coalesce(d.active_run_id IS NOT NULL AND d.lease_until > clock_timestamp(), false) AS in_work,
       r.run_id, r.outcome, r.started_at
FROM days d
LEFT JOIN runs r ON r.run_id = d.last_run_id
WHERE d.gateway = :gateway AND d.business_date = CAST(:date AS date)
