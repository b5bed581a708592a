-- Every 30 seconds, for the metrics: the runs that began since the last look, and those that were at work then. Reads
-- only, by primary key.
SELECT r.run_id, r.gateway, r.outcome, r.cause, extract(epoch FROM r.finished_at - r.started_at) AS seconds,
       r.inserted, r.changed, r.unchanged, r.rejected, r.vanished, r.pages,
       CASE WHEN r.outcome IS NOT NULL
         THEN (SELECT coalesce(sum(bytes), 0) FROM pages WHERE run_id = r.run_id)
       END AS bytes
FROM runs r
WHERE r.run_id > :newest OR r.run_id = ANY (CAST(:atWork AS bigint[]))
ORDER BY r.run_id
