-- Once per batch: its new, changed and rejected transactions and its counts, in one database transaction, and only
-- while the run holds its day. Safe to repeat: the primary key lets each transaction in once.
WITH held AS (
  -- FOR SHARE: writers of one day do not wait for each other, but whoever takes the day away waits for them.
  SELECT 1
  FROM days
  WHERE gateway = :?gateway AND business_date = CAST(:?date AS date)
    AND active_run_id = :?runId AND lease_until > clock_timestamp()
  FOR SHARE
), inserted AS (
  INSERT INTO transactions (gateway, transaction_id, business_date, type, status, effect, amount_minor, currency,
                            fee_minor, occurred_at, reference, related_id, payload, content_hash, observed_at, run_id,
                            erased_at)
  SELECT :?gateway, i.transaction_id, CAST(:?date AS date), i.type, i.status, i.effect, i.amount_minor, i.currency,
         i.fee_minor, to_timestamp(0) + i.occurred_micros * interval '1 microsecond', i.reference, i.related_id,
         CAST(i.payload AS json), i.content_hash, CAST(:?observedAt AS timestamptz), :?runId,
         CAST(i.erased_at AS timestamptz)
  FROM unnest(CAST(:?newIds AS text[]), CAST(:?newTypes AS text[]), CAST(:?newStatuses AS text[]),
              CAST(:?newEffects AS text[]), CAST(:?newAmounts AS bigint[]), CAST(:?newCurrencies AS text[]),
              CAST(:?newFees AS bigint[]), CAST(:?newOccurred AS bigint[]), CAST(:?newReferences AS text[]),
              CAST(:?newRelatedIds AS text[]), CAST(:?newPayloads AS text[]), CAST(:?newHashes AS bytea[]),
              CAST(:?newErasedAt AS text[]))
       AS i (transaction_id, type, status, effect, amount_minor, currency, fee_minor, occurred_micros, reference,
             related_id, payload, content_hash, erased_at)
  WHERE EXISTS (SELECT FROM held)
  ON CONFLICT (gateway, transaction_id) DO NOTHING
  RETURNING transaction_id
), changing AS (
  SELECT i.*, to_timestamp(0) + i.occurred_micros * interval '1 microsecond' AS occurred_at
  FROM unnest(CAST(:?changedIds AS text[]), CAST(:?changedTypes AS text[]), CAST(:?changedStatuses AS text[]),
              CAST(:?changedEffects AS text[]), CAST(:?changedAmounts AS bigint[]), CAST(:?changedCurrencies AS text[]),
              CAST(:?changedFees AS bigint[]), CAST(:?changedOccurred AS bigint[]),
              CAST(:?changedReferences AS text[]), CAST(:?changedRelatedIds AS text[]),
              CAST(:?changedPayloads AS text[]), CAST(:?changedHashes AS bytea[]),
              CAST(:?changedVersions AS integer[]), CAST(:?changedBecause AS text[]),
              CAST(:?changedErasedAt AS text[]))
       AS i (transaction_id, type, status, effect, amount_minor, currency, fee_minor, occurred_micros, reference,
             related_id, payload, content_hash, known_version, because, erased_at)
  WHERE EXISTS (SELECT FROM held)
), current AS (
  SELECT t.*
  FROM transactions t
  JOIN changing i ON i.transaction_id = t.transaction_id
  -- By an array, so that the primary key is used: a plan that joins would read the whole table for each batch.
  WHERE t.gateway = :?gateway AND t.transaction_id = ANY (CAST(:?changedIds AS text[]))
    AND t.version = i.known_version AND t.observed_at <= CAST(:?observedAt AS timestamptz)
  FOR UPDATE OF t
), superseded AS (
  INSERT INTO transaction_versions (
    gateway, transaction_id, business_date, type, status, effect, amount_minor, currency, fee_minor, occurred_at,
    reference, related_id, payload, content_hash, version, observed_at, vanished_at, run_id, recorded_at,
    erased_at, superseded_at, superseded_because)
  SELECT c.gateway, c.transaction_id, c.business_date, c.type, c.status, c.effect, c.amount_minor, c.currency,
         c.fee_minor, c.occurred_at, c.reference, c.related_id, c.payload, c.content_hash, c.version, c.observed_at,
         c.vanished_at, c.run_id, c.recorded_at, c.erased_at, now(), i.because
  FROM current c
  JOIN changing i ON i.transaction_id = c.transaction_id
  RETURNING superseded_because
), changed AS (
  UPDATE transactions t
  SET type = i.type, status = i.status, effect = i.effect, amount_minor = i.amount_minor, currency = i.currency,
      fee_minor = i.fee_minor, occurred_at = i.occurred_at, related_id = i.related_id,
      -- What was erased stays so, whoever brings it again.
      reference = CASE WHEN c.erased_at IS NULL THEN i.reference END,
      payload = CASE WHEN c.erased_at IS NULL THEN CAST(i.payload AS json) ELSE c.payload END,
      erased_at = coalesce(c.erased_at, CAST(i.erased_at AS timestamptz)), content_hash = i.content_hash, version = t.version + 1,
      observed_at = CAST(:?observedAt AS timestamptz), vanished_at = NULL, run_id = :?runId, recorded_at = now()
  FROM changing i
  JOIN current c ON c.transaction_id = i.transaction_id
  WHERE t.gateway = :?gateway AND t.transaction_id = ANY (CAST(:?changedIds AS text[]))
    AND t.transaction_id = i.transaction_id
  RETURNING t.transaction_id
), refused AS (
  INSERT INTO rejected_transactions (gateway, business_date, run_id, page, position, cause, error, raw, sent_sha256,
                                     erased_at, last_run_id, observed_at)
  SELECT DISTINCT ON (h.sha256) :?gateway, CAST(:?date AS date), :?runId, :?page, r.position, r.cause, r.error, r.raw,
         r.sent_sha256, CAST(r.erased_at AS timestamptz), :?runId, CAST(:?observedAt AS timestamptz)
  FROM unnest(CAST(:?rejectedPositions AS bigint[]), CAST(:?rejectedCauses AS text[]),
              CAST(:?rejectedErrors AS text[]), CAST(:?rejectedRaws AS bytea[]), CAST(:?rejectedHashes AS bytea[]),
              CAST(:?rejectedErasedAt AS text[]))
       AS r (position, cause, error, raw, sent_sha256, erased_at)
  CROSS JOIN LATERAL (SELECT coalesce(r.sent_sha256, sha256(r.raw)) AS sha256) h
  WHERE EXISTS (SELECT FROM held)
  ORDER BY h.sha256, r.position
  ON CONFLICT (gateway, business_date, raw_sha256) DO UPDATE
  SET last_run_id = excluded.last_run_id, cause = excluded.cause, resolved_at = NULL,
      error = CASE WHEN rejected_transactions.erased_at IS NULL THEN excluded.error ELSE rejected_transactions.error END,
      observed_at = greatest(rejected_transactions.observed_at, excluded.observed_at)
), written AS (
  SELECT (SELECT count(*) FROM inserted) AS inserted, (SELECT count(*) FROM changed) AS changed,
         (SELECT count(*) FROM superseded WHERE superseded_because = 'mapping') AS corrected
), counted AS (
  INSERT INTO batches (run_id, page, first_position, round, distinct_ids, fetched, inserted, changed, corrected, unchanged,
                       rejected, repeated, elsewhere, outside, skipped)
  SELECT :?runId, :?page, :?firstPosition, :?round, :?distinct, w.inserted + w.changed + CAST(:?settled AS integer), w.inserted, w.changed, w.corrected,
         :?unchanged, :?rejected, :?repeated, :?elsewhere, :?outside, :?skipped
  FROM held, written w
)
SELECT (SELECT count(*) FROM held) AS held,
       w.inserted + w.changed AS written,
       CASE
         WHEN w.inserted + w.changed < :?expected
           THEN ARRAY (SELECT transaction_id FROM inserted UNION ALL SELECT transaction_id FROM changed)
       END AS written_ids
FROM written w
