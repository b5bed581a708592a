-- The pages of a run, some at a time. Reads only.
SELECT page, archived_as, bytes, sha256, file_bytes, file_sha256, request, status, content_type, fetched_at, answered_at,
       transactions, gone_at, erased_at, erased_file_bytes, erased_file_sha256
FROM pages
WHERE run_id = :runId AND page > :after
ORDER BY page
LIMIT :atOnce
