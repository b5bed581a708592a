-- Once per batch: which of its transactions are stored, and with what content. Reads only.
SELECT transaction_id, content_hash, version, business_date = CAST(:?date AS date) AS of_this_day,
       run_id = :?runId AS by_this_run,
       observed_at > CAST(:?observedAt AS timestamptz) AS newer
FROM transactions
WHERE gateway = :?gateway AND transaction_id = ANY (:?ids)
