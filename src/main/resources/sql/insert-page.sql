-- When a page is complete in the archive, before it is read. Safe to repeat: a page asked for again replaces its row.
INSERT INTO pages (run_id, page, bytes, sha256, archived_as, fetched_at, request, status, content_type, answered_at,
                   file_bytes, file_sha256, erased_at)
VALUES (:?runId, :?page, :?bytes, :?sha256, :?archivedAs, CAST(:?fetchedAt AS timestamptz), :?request, :?status,
        :?contentType, CAST(:?answeredAt AS timestamptz), :?fileBytes, :?fileSha256,
        CASE WHEN CAST(:?erased AS boolean) THEN now() END)
ON CONFLICT (run_id, page) DO UPDATE
SET bytes = excluded.bytes, sha256 = excluded.sha256, archived_as = excluded.archived_as,
    fetched_at = excluded.fetched_at, request = excluded.request, status = excluded.status,
    content_type = excluded.content_type, answered_at = excluded.answered_at, file_bytes = excluded.file_bytes,
    file_sha256 = excluded.file_sha256, erased_at = excluded.erased_at, erased_file_bytes = NULL,
    erased_file_sha256 = NULL
