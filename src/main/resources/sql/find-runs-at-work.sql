-- By erase, once the erasure is noted: the runs that may have begun before. Reads only.
SELECT active_run_id AS run_id, business_date
FROM days
WHERE gateway = :gateway AND active_run_id IS NOT NULL AND lease_until > clock_timestamp()
ORDER BY business_date
