-- By verify and rebuild: the runs of a day that asked the gateway, oldest first. Reads only.
SELECT r.run_id, r.gateway, r.business_date, coalesce(r.outcome = 'succeeded', false) AS complete,
       coalesce(nullif(r.pages, 0), (SELECT count(*) FROM pages p WHERE p.run_id = r.run_id)) AS pages, r.fetched,
       r.manifest_sha256, r.archive_gone_at
FROM runs r
WHERE r.gateway = :gateway AND r.business_date = CAST(:date AS date) AND r.rejected_id IS NULL AND r.rebuilds IS NULL
ORDER BY r.run_id
