-- At each heartbeat of a run. Updates nothing once another worker took the day, or the lease ran out.
UPDATE days
SET lease_until = clock_timestamp() + :leaseSeconds * interval '1 second'
WHERE gateway = :gateway AND business_date = :date AND active_run_id = :runId AND lease_until > clock_timestamp()
