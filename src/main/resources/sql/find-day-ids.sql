-- Before a day is judged: what earlier runs stored of it, to be compared with what this one met. Reads only.
SELECT transaction_id
FROM transactions
WHERE business_date = CAST(:date AS date) AND gateway = :gateway AND vanished_at IS NULL AND run_id <> :runId
  AND EXISTS (SELECT
              FROM runs
              WHERE gateway = :gateway AND business_date = CAST(:date AS date) AND run_id < :runId)
