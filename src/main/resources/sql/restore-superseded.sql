-- At the begin of a rebuilding run, while it holds its day: where the current row of a transaction is gone and
-- superseded ones are left, the newest of these is the current one again. Safe to repeat. Versions count on from there.
WITH held AS (
  SELECT 1
  FROM days
  WHERE gateway = :?gateway AND business_date = CAST(:?date AS date)
    AND active_run_id = :?runId AND lease_until > clock_timestamp()
  FOR SHARE
), newest AS (
  DELETE FROM transaction_versions v
  USING held
  WHERE v.gateway = :?gateway AND v.business_date = CAST(:?date AS date)
    AND NOT EXISTS (SELECT
                    FROM transactions t
                    WHERE t.gateway = v.gateway AND t.transaction_id = v.transaction_id)
    AND NOT EXISTS (SELECT
                    FROM transaction_versions w
                    WHERE w.gateway = v.gateway AND w.transaction_id = v.transaction_id AND w.version > v.version)
  RETURNING v.*
)
INSERT INTO transactions (
  gateway, transaction_id, business_date, type, status, effect, amount_minor, currency, fee_minor, occurred_at, reference,
  related_id, payload, content_hash, version, observed_at, vanished_at, run_id, recorded_at, erased_at)
SELECT gateway, transaction_id, business_date, type, status, effect, amount_minor, currency, fee_minor, occurred_at,
       reference, related_id, payload, content_hash, version, observed_at, vanished_at, run_id, recorded_at,
       erased_at
FROM newest
