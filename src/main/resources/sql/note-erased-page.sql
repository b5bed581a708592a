-- By erase, before the new file of a page takes the old one's place. Safe to repeat. What was archived stays known.
UPDATE pages
SET erased_at = coalesce(erased_at, :at), erased_file_bytes = :bytes, erased_file_sha256 = :sha256
WHERE run_id = :runId AND page = :page
