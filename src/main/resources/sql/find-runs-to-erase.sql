-- By erase: the runs whose pages are searched, of some days or of all, oldest first. Reads only.
SELECT r.run_id, r.gateway, r.business_date, coalesce(r.outcome = 'succeeded', false) AS complete, r.pages, r.fetched,
       r.manifest_sha256, r.archive_gone_at
FROM runs r
WHERE r.gateway = :gateway AND (:all OR r.business_date = ANY (CAST(:dates AS date[]))) AND r.archive_gone_at IS NULL
  AND r.rejected_id IS NULL AND r.rebuilds IS NULL
ORDER BY r.run_id
