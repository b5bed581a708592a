-- Every version of every transaction with the time during which it was the current one.
CREATE VIEW transaction_history AS
SELECT gateway, transaction_id, business_date, type, status, effect, amount_minor, currency, fee_minor, occurred_at,
       reference, related_id, payload, content_hash, version, observed_at, vanished_at, run_id,
       recorded_at AS valid_from, CAST('infinity' AS timestamptz) AS valid_until, CAST(NULL AS text) AS superseded_because
FROM transactions
UNION ALL
SELECT gateway, transaction_id, business_date, type, status, effect, amount_minor, currency, fee_minor, occurred_at,
       reference, related_id, payload, content_hash, version, observed_at, vanished_at, run_id,
       recorded_at, superseded_at, superseded_because
FROM transaction_versions;
