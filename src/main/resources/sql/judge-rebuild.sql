-- When a rebuilding run has stored its pages: ends the run and gives the lease back, in one database transaction. Does
-- nothing unless the run still holds its day; then it returns no row. A rebuild proves nothing: it gives back what was.
-- A sealed day stays sealed if its rows are those that were sealed, and is only stored if they are not.
WITH held AS (
  SELECT *
  FROM days
  WHERE gateway = :?gateway AND business_date = CAST(:?date AS date)
    AND active_run_id = :?runId AND lease_until > clock_timestamp()
  FOR UPDATE
), counts AS (
  SELECT c.*
  FROM run_counts c
  WHERE c.run_id = :?runId AND EXISTS (SELECT FROM held)
), gone AS (
  -- Marked again only where a verdict has marked them before.
  SELECT g.transaction_id
  FROM unnest(CAST(:?vanishedIds AS text[])) AS g (transaction_id), held
  WHERE held.vanished > 0
), marked AS (
  UPDATE transactions t
  SET vanished_at = now()
  FROM gone g
  WHERE t.gateway = :?gateway AND t.transaction_id = ANY (CAST(:?vanishedIds AS text[]))
    AND t.transaction_id = g.transaction_id AND t.business_date = CAST(:?date AS date)
), resolved AS (
  -- The last run that read the day to its end says what is still rejected.
  UPDATE rejected_transactions r
  SET resolved_at = now()
  FROM held
  WHERE r.gateway = held.gateway AND r.business_date = held.business_date AND r.resolved_at IS NULL
    AND r.last_run_id <> :?runId AND CAST(:?complete AS boolean)
  RETURNING r.rejected_id
), unresolved AS (
  SELECT count(*) AS rejected
  FROM rejected_transactions r, held
  WHERE r.gateway = held.gateway AND r.business_date = held.business_date AND r.resolved_at IS NULL
    AND r.rejected_id NOT IN (SELECT rejected_id FROM resolved)
), rows AS MATERIALIZED (
  SELECT t.transaction_id, t.content_hash, t.currency, t.effect, t.amount_minor,
         t.vanished_at IS NULL AND g.transaction_id IS NULL AS live
  FROM transactions t
  LEFT JOIN gone g ON g.transaction_id = t.transaction_id
  WHERE t.gateway = :?gateway AND t.business_date = CAST(:?date AS date) AND EXISTS (SELECT FROM held)
), found AS (
  SELECT count(*) FILTER (WHERE live) AS transactions, count(*) FILTER (WHERE NOT live) AS vanished,
         sha256(coalesce(string_agg(content_hash, NULL ORDER BY transaction_id) FILTER (WHERE live), '')) AS rows_hash
  FROM rows
), broken AS (
  UPDATE seals s
  SET invalid_since = now()
  FROM found, held
  WHERE s.gateway = :?gateway AND s.business_date = CAST(:?date AS date) AND s.invalid_since IS NULL
    AND CAST(:?last AS boolean) AND s.rows_hash <> found.rows_hash
  RETURNING s.seal_id
), judged AS (
  SELECT held.*, f.transactions AS found_transactions, f.vanished AS found_vanished, u.rejected AS unresolved,
         CASE
           WHEN NOT CAST(:?last AS boolean) THEN held.state
           WHEN held.state = 'sealed' AND NOT EXISTS (SELECT FROM broken) THEN 'sealed'
           WHEN held.state = 'mismatch' THEN 'mismatch'
           WHEN u.rejected > 0 OR CAST(:?damage AS text) IS NOT NULL THEN 'incomplete'
           WHEN held.state = 'incomplete' THEN 'incomplete'
           ELSE 'stored'
         END AS new_state
  FROM held, found f, unresolved u
), day AS (
  UPDATE days d
  SET state = j.new_state,
      proof = CASE WHEN j.new_state = 'sealed' THEN d.proof END,
      sealed_at = CASE WHEN j.new_state = 'sealed' THEN d.sealed_at END,
      active_run_id = NULL, lease_until = NULL, last_run_id = :?runId, last_outcome = 'succeeded',
      cause = CASE WHEN j.new_state IN ('mismatch', 'incomplete') THEN j.new_state END,
      error = CASE
                WHEN j.new_state = 'sealed' THEN NULL
                WHEN CAST(:?damage AS text) IS NOT NULL
                  THEN 'rebuilt without what is damaged: ' || CAST(:?damage AS text)
                WHEN j.new_state = 'incomplete' AND j.unresolved > 0
                  THEN format('%s transactions were rejected', j.unresolved)
                WHEN EXISTS (SELECT FROM broken) THEN 'rebuilt with other rows than were sealed'
                WHEN j.new_state IN ('mismatch', 'incomplete') THEN j.error
              END,
      transactions = j.found_transactions, rejected = j.unresolved,
      vanished = CASE WHEN CAST(:?complete AS boolean) THEN j.found_vanished ELSE d.vanished END
  FROM judged j
  WHERE d.gateway = :?gateway AND d.business_date = CAST(:?date AS date)
  RETURNING d.state, d.error
), ended AS (
  UPDATE runs r
  SET finished_at = now(), outcome = 'succeeded', pages = CAST(:?pages AS bigint), fetched = c.fetched,
      inserted = c.inserted, changed = c.changed, corrected = c.corrected, unchanged = c.unchanged,
      rejected = c.rejected, repeated = c.repeated + c.elsewhere, outside = c.outside, skipped = c.skipped
  FROM counts c
  WHERE r.run_id = c.run_id
), total AS (
  INSERT INTO day_totals (gateway, business_date, currency, stored_count, posted_count, posted_minor)
  SELECT :?gateway, CAST(:?date AS date), currency, count(*), count(*) FILTER (WHERE effect = 'posted'),
         coalesce(sum(amount_minor) FILTER (WHERE effect = 'posted'), 0)
  FROM rows
  WHERE live
  GROUP BY currency
  ON CONFLICT (gateway, business_date, currency) DO UPDATE
  SET stored_count = excluded.stored_count, posted_count = excluded.posted_count, posted_minor = excluded.posted_minor
)
SELECT day.state, CAST(:?pages AS bigint) AS pages, c.fetched, c.inserted, c.changed, c.unchanged,
       (SELECT count(*) FROM gone) AS vanished, c.rejected, c.repeated + c.elsewhere AS repeated, c.outside, c.skipped,
       j.found_transactions AS transactions, day.error
FROM day, counts c, judged j
