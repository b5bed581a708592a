-- Once per batch: which of its transactions are stored, and with what content. Reads only.
SELECT t.*
FROM unnest(CAST(:?ids AS text[])) AS i (id)
-- One by one by the primary key, whatever the statistics say: a table that was never analyzed would be read whole.
CROSS JOIN LATERAL (
  SELECT transaction_id, content_hash, version, business_date = CAST(:?date AS date) AS of_this_day,
         run_id = :?runId AS by_this_run,
         observed_at > CAST(:?observedAt AS timestamptz) AS newer, vanished_at IS NOT NULL AS vanished
  FROM transactions
  WHERE gateway = :?gateway AND transaction_id = i.id
  LIMIT 1
) t
