-- By erase, when all is done: what it came to. The row is never changed after.
UPDATE erasures
SET finished_at = now(), versions = :versions, rejected = :rejected, pages = :pages
WHERE erasure_id = CAST(:erasure AS uuid) AND finished_at IS NULL
