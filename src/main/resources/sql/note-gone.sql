-- When retention has removed the files of a run. Safe to repeat. The hashes stay.
WITH gone AS (
  UPDATE runs
  SET archive_gone_at = now()
  WHERE run_id = :?runId AND archive_gone_at IS NULL
)
UPDATE pages
SET gone_at = now()
WHERE run_id = :?runId AND gone_at IS NULL
