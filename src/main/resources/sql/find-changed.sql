-- Once per batch that is to change transactions: how they are stored, to be compared field by field. Reads only.
SELECT t.*
FROM unnest(CAST(:?ids AS text[])) AS i (id)
-- One by one by the primary key, as in find-stored.sql.
CROSS JOIN LATERAL (
  SELECT transaction_id, type, status, effect, amount_minor, currency, fee_minor, occurred_at, reference, related_id,
         CAST(payload AS text) AS payload, content_hash, observed_at, erased_at IS NOT NULL AS erased
  FROM transactions
  WHERE gateway = :?gateway AND transaction_id = i.id
  LIMIT 1
) t
