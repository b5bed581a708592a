-- When the database is back: the days of runs that ended in this process while it could not be told. Safe to repeat.
UPDATE days
SET active_run_id = NULL, lease_until = NULL
WHERE active_run_id = ANY (CAST(:runIds AS bigint[]))
