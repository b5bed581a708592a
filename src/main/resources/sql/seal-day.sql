-- When a run has read the day to its end, or tried one of its rejected transactions again: judges the day, ends the run
-- and gives the lease back, in one database transaction. Does nothing unless the run still holds its day; then it
-- returns no row. What is still rejected becomes a dead letter here, which the route send-rejected sends.
WITH held AS (
  SELECT *
  FROM days
  WHERE gateway = :?gateway AND business_date = CAST(:?date AS date)
    AND active_run_id = :?runId AND lease_until > clock_timestamp()
  FOR UPDATE
), counts AS (
  SELECT c.*, c.inserted + c.changed AS news
  FROM run_counts c
  WHERE c.run_id = :?runId AND EXISTS (SELECT FROM held)
), totals AS MATERIALIZED (
  SELECT currency, count(*) AS stored_count, count(*) FILTER (WHERE effect = 'posted') AS posted_count,
         coalesce(sum(amount_minor) FILTER (WHERE effect = 'posted'), 0) AS posted_minor
  FROM transactions
  WHERE gateway = :?gateway AND business_date = CAST(:?date AS date) AND EXISTS (SELECT FROM held)
  GROUP BY currency
), resolved AS (
  -- What this run rejected, too, names it. A run that tried one of them again says nothing of the others.
  UPDATE rejected_transactions r
  SET resolved_at = now()
  FROM held
  WHERE r.gateway = held.gateway AND r.business_date = held.business_date AND r.resolved_at IS NULL
    AND r.last_run_id <> :?runId AND (CAST(:?rejectedId AS bigint) IS NULL OR r.rejected_id = :?rejectedId)
  RETURNING r.rejected_id
), unresolved AS (
  SELECT count(*) AS rejected
  FROM rejected_transactions r, held
  WHERE r.gateway = held.gateway AND r.business_date = held.business_date AND r.resolved_at IS NULL
    AND r.rejected_id NOT IN (SELECT rejected_id FROM resolved)
), download AS (
  -- What the gateway declared and listed, in this run; or, if it did not ask the gateway, in the last one that did.
  SELECT c.run_id, CAST(:?declared AS bigint) AS declared, c.found
  FROM counts c
  WHERE CAST(:?rejectedId AS bigint) IS NULL
  UNION ALL (
    SELECT r.run_id, r.declared, (SELECT coalesce(sum(distinct_ids), 0) FROM batches WHERE run_id = r.run_id)
    FROM runs r
    WHERE CAST(:?rejectedId AS bigint) IS NOT NULL AND r.gateway = :?gateway
      AND r.business_date = CAST(:?date AS date) AND r.outcome = 'succeeded' AND r.rejected_id IS NULL
    ORDER BY r.run_id DESC
    LIMIT 1)
), judged AS (
  SELECT counts.run_id, counts.pages, counts.fetched, counts.inserted, counts.changed, counts.unchanged, counts.rejected,
         counts.repeated, counts.elsewhere, counts.outside, counts.skipped, counts.news,
         held.state AS old_state, held.proof AS old_proof, d.run_id AS download_run_id, d.declared, d.found,
         u.rejected AS unresolved,
         CASE
           -- Never read to its end so far: what is known of the day does not change.
           WHEN d.run_id IS NULL THEN held.state
           -- Declared totals are compared before our own filtering: with all that the gateway listed.
           WHEN d.declared <> d.found THEN 'mismatch'
           WHEN u.rejected > 0 THEN 'incomplete'
           -- A list's own count of zero proves nothing: an outage of the list looks the same.
           WHEN d.declared > 0 THEN 'sealed'
           WHEN held.state = 'sealed' AND counts.news = 0 THEN 'sealed'
           ELSE 'stored'
         END AS state
  FROM held
  CROSS JOIN counts
  CROSS JOIN unresolved u
  LEFT JOIN download d ON true
), answered AS (
  UPDATE dead_letters l
  SET state = 'resolved', changed_at = now(), changed_by = format('run %s', j.run_id),
      change_reason = CASE WHEN CAST(:?rejectedId AS bigint) IS NULL THEN 'no longer rejected by a download of its day'
                      ELSE 'stored from what was kept' END
  FROM resolved r, judged j
  WHERE l.rejected_id = r.rejected_id AND l.state IN ('open', 'redriven')
), letters AS (
  INSERT INTO dead_letters (message_id, body, gateway, business_date, rejected_id, cause, error, attempts)
  SELECT 'rejected-' || r.rejected_id,
         format('{"gateway":%s,"date":"%s","rejectedId":%s}', to_json(r.gateway), to_char(r.business_date, 'YYYY-MM-DD'),
                r.rejected_id),
         r.gateway, r.business_date, r.rejected_id, 'rejected-transaction', r.error, 1
  FROM rejected_transactions r, judged j
  WHERE r.gateway = :?gateway AND r.business_date = CAST(:?date AS date) AND r.resolved_at IS NULL
    AND r.last_run_id = j.run_id
  -- A letter that is open while its transaction is tried again was sent back, but is not marked so yet: counted here,
  -- so that the mark comes too late and the message that was sent back counts as superseded.
  ON CONFLICT (rejected_id) DO UPDATE
  SET message_id = excluded.message_id, cause = excluded.cause, error = excluded.error, state = 'open', sent_at = NULL,
      sending_until = NULL, failed_at = now(), attempts = dead_letters.attempts + 1,
      redrives = dead_letters.redrives + CASE WHEN dead_letters.state = 'open' THEN 1 ELSE 0 END
  -- One letter per day and content: while it waits for a person, a recheck that meets it again sends no other.
  WHERE dead_letters.state = 'resolved' OR CAST(:?rejectedId AS bigint) IS NOT NULL
), day AS (
  UPDATE days d
  SET state = j.state,
      proof = CASE WHEN j.state = 'sealed' THEN CASE WHEN j.declared > 0 THEN 'declared-count' ELSE j.old_proof END END,
      sealed_at = CASE WHEN j.state = 'sealed' THEN
                    CASE WHEN j.old_state = 'sealed' AND j.news = 0 THEN d.sealed_at ELSE now() END END,
      active_run_id = NULL, lease_until = NULL, last_run_id = :?runId, last_outcome = 'succeeded',
      cause = CASE
                WHEN j.download_run_id IS NULL THEN d.cause
                WHEN j.state IN ('mismatch', 'incomplete') THEN j.state
              END,
      error = CASE
                WHEN j.download_run_id IS NULL THEN d.error
                WHEN j.state = 'mismatch'
                  THEN format('the gateway declares %s transactions and listed %s', j.declared, j.found)
                WHEN j.state = 'incomplete' THEN format('%s transactions were rejected', j.unresolved)
              END,
      transactions = (SELECT coalesce(sum(stored_count), 0) FROM totals), rejected = j.unresolved,
      declared = j.declared,
      stored_at = CASE WHEN CAST(:?rejectedId AS bigint) IS NULL THEN now() ELSE d.stored_at END
  FROM judged j
  WHERE d.gateway = :?gateway AND d.business_date = CAST(:?date AS date)
  RETURNING d.transactions, d.error
), ended AS (
  UPDATE runs r
  SET finished_at = now(), outcome = 'succeeded',
      declared = CASE WHEN CAST(:?rejectedId AS bigint) IS NULL THEN j.declared END, pages = j.pages, fetched = j.fetched,
      inserted = j.inserted, changed = j.changed, unchanged = j.unchanged, rejected = j.rejected,
      repeated = j.repeated + j.elsewhere, outside = j.outside, skipped = j.skipped
  FROM judged j
  WHERE r.run_id = j.run_id
), paged AS (
  UPDATE pages p
  SET transactions = b.fetched
  FROM (SELECT page, sum(fetched) AS fetched FROM batches WHERE run_id = :?runId GROUP BY page) b, judged
  WHERE p.run_id = :?runId AND p.page = b.page
), total AS (
  INSERT INTO day_totals (gateway, business_date, currency, stored_count, posted_count, posted_minor)
  SELECT :?gateway, CAST(:?date AS date), currency, stored_count, posted_count, posted_minor
  FROM totals
  ON CONFLICT (gateway, business_date, currency) DO UPDATE
  SET stored_count = excluded.stored_count, posted_count = excluded.posted_count, posted_minor = excluded.posted_minor
), invalidated AS (
  UPDATE seals s
  SET invalid_since = now()
  FROM judged j
  WHERE s.gateway = :?gateway AND s.business_date = CAST(:?date AS date) AND s.invalid_since IS NULL
    AND (j.state <> 'sealed' OR j.news > 0)
  RETURNING s.seal_id
), seal AS (
  INSERT INTO seals (gateway, business_date, run_id, proof, declared, transactions, totals, rows_hash)
  SELECT :?gateway, CAST(:?date AS date), j.run_id, 'declared-count', j.declared, day.transactions,
         (SELECT coalesce(json_agg(totals ORDER BY currency), '[]') FROM totals),
         (SELECT sha256(coalesce(string_agg(content_hash, NULL ORDER BY transaction_id), ''))
          FROM transactions
          WHERE gateway = :?gateway AND business_date = CAST(:?date AS date))
  FROM judged j, day
  -- Counting the invalidated ones first makes room under the index that allows one valid seal a day.
  WHERE j.state = 'sealed' AND (SELECT count(*) FROM invalidated) >= 0
    AND (j.old_state <> 'sealed' OR j.news > 0)
), settled AS (
  -- What failed before this run began is done with, now that its day is whole.
  UPDATE dead_letters l
  SET state = 'resolved', changed_at = now(), changed_by = r.instance,
      change_reason = format('run %s: the day is %s', r.run_id, j.state)
  FROM judged j
  JOIN runs r ON r.run_id = j.run_id
  WHERE l.gateway = :?gateway AND l.business_date = CAST(:?date AS date) AND l.state = 'open'
    AND l.rejected_id IS NULL AND l.failed_at < r.started_at AND j.state IN ('stored', 'sealed')
)
SELECT j.state, j.pages, j.fetched, j.inserted, j.changed, j.unchanged, j.rejected, j.repeated + j.elsewhere AS repeated,
       j.outside, j.skipped, day.transactions, day.error
FROM judged j, day
