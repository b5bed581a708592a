-- By erase, when the pages are done: puts a note in place of what is personal. Safe to repeat: what was erased before
-- keeps its note. Amounts, ids, instants and hashes stay.
WITH erased AS (
  UPDATE transactions
  SET payload = CAST(:note AS json), reference = NULL, erased_at = :at
  WHERE gateway = :gateway AND transaction_id = ANY (CAST(:ids AS text[])) AND erased_at IS NULL
  RETURNING 1
), versions AS (
  UPDATE transaction_versions
  SET payload = CAST(:note AS json), reference = NULL, erased_at = :at
  WHERE gateway = :gateway AND transaction_id = ANY (CAST(:ids AS text[])) AND erased_at IS NULL
  RETURNING 1
), rejected AS (
  UPDATE rejected_transactions r
  SET raw = i.raw, sent_sha256 = r.raw_sha256, error = 'it was erased', erased_at = :at
  FROM unnest(CAST(:rejectedIds AS bigint[]), CAST(:rejectedRaws AS bytea[])) AS i (rejected_id, raw)
  WHERE r.rejected_id = i.rejected_id AND r.erased_at IS NULL
  RETURNING r.rejected_id
), letters AS (
  UPDATE dead_letters l
  SET error = 'the transaction was erased'
  FROM rejected r
  WHERE l.rejected_id = r.rejected_id
)
SELECT (SELECT count(*) FROM erased) + (SELECT count(*) FROM versions)
