-- When a run ends before its day was judged. Changes nothing of what is known of the day's data, and gives the lease
-- back if the run still has it. Safe to repeat: a run ends once.
WITH ended AS (
  UPDATE runs r
  SET finished_at = now(), outcome = :?outcome, cause = :?cause, error = :?error, pages = c.pages, fetched = c.fetched,
      inserted = c.inserted, changed = c.changed, unchanged = c.unchanged, rejected = c.rejected,
      repeated = c.repeated + c.elsewhere, outside = c.outside, skipped = c.skipped
  FROM run_counts c
  WHERE r.run_id = :?runId AND c.run_id = r.run_id AND r.outcome IS NULL
)
UPDATE days
SET active_run_id = NULL, lease_until = NULL, last_run_id = :?runId, last_outcome = :?outcome, cause = :?cause,
    error = :?error
WHERE gateway = :?gateway AND business_date = CAST(:?date AS date) AND active_run_id = :?runId
