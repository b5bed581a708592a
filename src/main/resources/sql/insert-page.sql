-- When a page is complete in the archive, before it is read. Safe to repeat: a page asked for again replaces its row.
INSERT INTO pages (run_id, page, bytes, sha256, archived_as, fetched_at)
VALUES (:?runId, :?page, :?bytes, :?sha256, :?archivedAs, CAST(:?fetchedAt AS timestamptz))
ON CONFLICT (run_id, page) DO UPDATE
SET bytes = excluded.bytes, sha256 = excluded.sha256, archived_as = excluded.archived_as,
    fetched_at = excluded.fetched_at
