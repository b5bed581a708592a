-- When the manifest of a run is in the archive, before its day is judged. Safe to repeat.
UPDATE runs
SET manifest_sha256 = :?manifestSha256
WHERE run_id = :?runId
