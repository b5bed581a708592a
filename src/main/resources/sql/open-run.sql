-- When a worker takes a day: the lease and the run's row in one statement, so that two workers never both hold a day.
-- Safe to repeat: while the lease is held it takes nothing, and tells who holds it.
WITH next AS (
  SELECT nextval(pg_get_serial_sequence('runs', 'run_id')) AS run_id
), taken AS (
  INSERT INTO days AS d (gateway, business_date, zone, window_from, window_to, request_id, request_reason,
                         active_run_id, lease_until)
  SELECT :?gateway, CAST(:?date AS date), :?zone, CAST(:?windowFrom AS timestamptz), CAST(:?windowTo AS timestamptz),
         :?requestId, :?reason, next.run_id, clock_timestamp() + CAST(:?leaseSeconds AS integer) * interval '1 second'
  FROM next
  ON CONFLICT (gateway, business_date) DO UPDATE
  SET active_run_id = excluded.active_run_id,
      lease_until = excluded.lease_until,
      zone = excluded.zone,
      window_from = excluded.window_from,
      window_to = excluded.window_to
  WHERE d.active_run_id IS NULL OR d.lease_until <= clock_timestamp()
     OR d.active_run_id = ANY (:?unreleased) -- ended here, while the database could not be told
  RETURNING d.active_run_id AS run_id
), lost AS (
  -- Whoever held the day before did not end its run: it was killed, or paused past its lease.
  UPDATE runs r
  SET outcome = 'lost', finished_at = now(), pages = c.pages, fetched = c.fetched, inserted = c.inserted,
      changed = c.changed, unchanged = c.unchanged, rejected = c.rejected, repeated = c.repeated + c.elsewhere,
      outside = c.outside, skipped = c.skipped
  FROM run_counts c, taken
  WHERE r.gateway = :?gateway AND r.business_date = CAST(:?date AS date) AND r.outcome IS NULL
    AND c.run_id = r.run_id
), opened AS (
  INSERT INTO runs (run_id, gateway, business_date, instance, message_id, request_id, request_reason, rejected_id,
                    rebuilds, attempt)
  SELECT taken.run_id, :?gateway, CAST(:?date AS date), :?instance, :?messageId, :?requestId, :?reason,
         CAST(:?rejectedId AS bigint), CAST(:?rebuilds AS bigint),
         1 + (SELECT count(*) FROM runs WHERE message_id = :?messageId AND outcome = 'failed')
  FROM taken
  RETURNING run_id, attempt
), holder AS (
  SELECT r.run_id, r.message_id, r.instance, r.started_at, r.rejected_id, r.rebuilds, d.lease_until
  FROM days d
  JOIN runs r ON r.run_id = d.active_run_id
  WHERE d.gateway = :?gateway AND d.business_date = CAST(:?date AS date)
)
SELECT opened.run_id, opened.attempt,
       holder.run_id AS holder_run_id, holder.message_id AS holder_message_id, holder.instance AS holder_instance,
       holder.started_at AS holder_started_at, holder.rejected_id AS holder_rejected_id,
       holder.rebuilds AS holder_rebuilds,
       ceil(extract(epoch FROM holder.lease_until - clock_timestamp())) AS holder_seconds_left
FROM (SELECT 1) AS one
LEFT JOIN opened ON true
LEFT JOIN holder ON true
