-- Once per batch of archived transactions, by verify: notes that they were met, and returns what the table holds of
-- them. Writes to its own temporary table only.
WITH met AS (
  INSERT INTO met_by_verify (transaction_id)
  SELECT DISTINCT id
  FROM unnest(CAST(:ids AS text[])) AS i (id)
  ON CONFLICT DO NOTHING
)
SELECT t.*
FROM unnest(CAST(:ids AS text[])) AS i (id)
CROSS JOIN LATERAL (
  SELECT transaction_id, type, status, effect, amount_minor, currency, fee_minor, occurred_at, reference, related_id,
         CAST(payload AS text) AS payload, content_hash, observed_at, erased_at IS NOT NULL AS erased
  FROM transactions
  WHERE gateway = :gateway AND transaction_id = i.id
  LIMIT 1
) t
