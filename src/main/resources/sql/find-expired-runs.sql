-- At each fire of retention: the runs whose archive is older than it is to be kept, unless their day has a valid seal
-- that is younger. Reads only.
SELECT r.run_id, r.gateway, r.business_date, false AS complete, r.pages, r.fetched, r.manifest_sha256, r.archive_gone_at
FROM runs r
WHERE r.archive_gone_at IS NULL AND r.rejected_id IS NULL AND r.rebuilds IS NULL
  -- A run without an end was killed; none lasts for days.
  AND coalesce(r.finished_at, r.started_at + interval '2 days') < now() - CAST(:keepDays AS integer) * interval '1 day'
  AND NOT EXISTS (SELECT
                  FROM seals s
                  WHERE s.gateway = r.gateway AND s.business_date = r.business_date AND s.invalid_since IS NULL
                    AND s.sealed_at >= now() - CAST(:keepDays AS integer) * interval '1 day')
ORDER BY r.run_id
LIMIT :atOnce
