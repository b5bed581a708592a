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
  SELECT c.*
  FROM run_counts c
  WHERE c.run_id = :?runId AND EXISTS (SELECT FROM held)
), listing AS (
  SELECT *
  FROM unnest(CAST(:?currencies AS text[]), CAST(:?declaredCounts AS bigint[]), CAST(:?declaredMinors AS numeric[]),
              CAST(:?tolerances AS bigint[]), CAST(:?listedCounts AS bigint[]), CAST(:?listedMinors AS numeric[]))
       AS l (currency, declared_count, declared_minor, tolerance_minor, listed_count, listed_minor)
), noted AS (
  INSERT INTO run_totals (run_id, currency, declared_count, declared_minor, tolerance_minor, listed_count, listed_minor)
  SELECT :?runId, l.*
  FROM listing l, held
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
  SELECT c.run_id, CAST(:?declared AS bigint) AS declared, c.found, c.outside
  FROM counts c
  WHERE CAST(:?rejectedId AS bigint) IS NULL
  UNION ALL (
    SELECT r.run_id, r.declared, (SELECT coalesce(sum(distinct_ids), 0) FROM batches WHERE run_id = r.run_id),
           r.outside
    FROM runs r
    WHERE CAST(:?rejectedId AS bigint) IS NOT NULL AND r.gateway = :?gateway
      AND r.business_date = CAST(:?date AS date) AND r.outcome = 'succeeded' AND r.rejected_id IS NULL
      AND r.rebuilds IS NULL
    ORDER BY r.run_id DESC
    LIMIT 1)
), compared AS (
  -- With what was rejected in that download and stored since.
  SELECT currency, sum(declared_count) AS declared_count, sum(declared_minor) AS declared_minor,
         max(tolerance_minor) AS tolerance_minor, sum(listed_count) AS listed_count, sum(listed_minor) AS listed_minor
  FROM (
    SELECT *
    FROM listing
    UNION ALL
    SELECT t.currency, t.declared_count, t.declared_minor, t.tolerance_minor, t.listed_count, t.listed_minor
    FROM download d
    JOIN runs r ON r.gateway = :?gateway AND r.business_date = CAST(:?date AS date)
      AND (r.run_id = d.run_id OR (r.run_id > d.run_id AND r.rejected_id IS NOT NULL))
    JOIN run_totals t ON t.run_id = r.run_id
    WHERE CAST(:?rejectedId AS bigint) IS NOT NULL AND r.run_id <> :?runId
  ) AS each
  GROUP BY currency
), contradiction AS (
  SELECT string_agg(
           format('the gateway declares %s transactions of %s minor units of %s and listed %s of %s',
                  coalesce(CAST(declared_count AS text), '?'), coalesce(CAST(declared_minor AS text), '?'), currency,
                  listed_count, listed_minor), '; ' ORDER BY currency) AS text
  FROM compared
  WHERE declared_count <> listed_count OR abs(declared_minor - listed_minor) > tolerance_minor
), gone AS (
  SELECT g.transaction_id
  FROM unnest(CAST(:?vanishedIds AS text[])) AS g (transaction_id), held
), totals AS MATERIALIZED (
  SELECT currency, count(*) FILTER (WHERE live) AS stored_count,
         count(*) FILTER (WHERE live AND effect = 'posted') AS posted_count,
         coalesce(sum(amount_minor) FILTER (WHERE live AND effect = 'posted'), 0) AS posted_minor,
         count(*) FILTER (WHERE NOT live) AS vanished_count
  FROM (
    SELECT t.currency, t.effect, t.amount_minor, t.vanished_at IS NULL AND g.transaction_id IS NULL AS live
    FROM transactions t
    LEFT JOIN gone g ON g.transaction_id = t.transaction_id
    WHERE t.gateway = :?gateway AND t.business_date = CAST(:?date AS date) AND EXISTS (SELECT FROM held)
  ) AS each
  GROUP BY currency
), stored AS (
  SELECT coalesce(sum(stored_count), 0) AS transactions, coalesce(sum(vanished_count), 0) AS vanished
  FROM totals
), facts AS (
  SELECT c.*, held.state AS old_state, held.proof AS old_proof, held.stored_at AS old_stored_at,
         d.run_id AS download_run_id, d.declared, d.found AS listed, d.outside AS listed_outside, u.rejected AS unresolved, x.text AS contradiction,
         s.transactions, s.vanished AS vanished_in_all, (SELECT count(*) FROM gone) AS vanished,
         c.inserted + c.changed + (SELECT count(*) FROM gone) AS news,
         -- A corrected mapping is ours: the gateway shows nothing new by it.
         c.inserted + c.changed - c.corrected + (SELECT count(*) FROM gone) AS gateway_news,
         EXISTS (SELECT FROM pages p WHERE p.run_id = d.run_id AND p.page = 0) AS controlled
  FROM held
  CROSS JOIN counts c
  CROSS JOIN unresolved u
  CROSS JOIN contradiction x
  CROSS JOIN stored s
  LEFT JOIN download d ON true
), proven AS (
  SELECT f.*,
         CASE
           WHEN f.declared > 0 AND f.controlled THEN 'control-total'
           WHEN f.declared > 0 THEN 'declared-count'
           -- A list's own count of zero proves nothing: an outage of the list looks the same.
           WHEN f.transactions = 0 THEN CASE WHEN :?zero AND f.listed = 0 THEN 'explicit-zero' END
           WHEN f.old_state = 'sealed' AND f.gateway_news = 0 THEN f.old_proof
           WHEN f.old_state = 'stored' AND f.gateway_news = 0 AND :?quiet THEN 'quiet-recheck'
         END AS proof
  FROM facts f
), judged AS (
  SELECT p.*,
         CASE
           -- Never read to its end so far: what is known of the day does not change.
           WHEN p.download_run_id IS NULL THEN p.old_state
           -- Declared totals are compared before our own filtering: with all that the gateway listed.
           WHEN p.declared <> p.listed THEN 'mismatch'
           -- What it counts is then not the day that was asked for, or not that alone.
           WHEN p.declared > 0 AND p.listed_outside > 0 THEN 'mismatch'
           WHEN p.listed = 0 AND p.transactions > 0 THEN 'mismatch'
           WHEN p.unresolved > 0 THEN 'incomplete'
           WHEN p.contradiction IS NOT NULL THEN 'mismatch'
           WHEN p.proof IS NOT NULL THEN 'sealed'
           ELSE 'stored'
         END AS state,
         CASE
           WHEN p.declared <> p.listed
             THEN format('the gateway declares %s transactions and listed %s', p.declared, p.listed)
           WHEN p.declared > 0 AND p.listed_outside > 0
             THEN format('of the %s transactions that the gateway declares and lists, %s are not of this day', p.declared,
                         p.listed_outside)
           WHEN p.listed = 0 AND p.transactions > 0
             THEN format('the gateway listed none of the %s transactions that are stored', p.transactions)
           WHEN p.unresolved > 0 THEN format('%s transactions were rejected', p.unresolved)
           ELSE p.contradiction
         END AS error
  FROM proven p
), marked AS (
  UPDATE transactions t
  SET vanished_at = now()
  FROM gone g
  WHERE t.gateway = :?gateway AND t.transaction_id = ANY (CAST(:?vanishedIds AS text[]))
    AND t.transaction_id = g.transaction_id AND t.business_date = CAST(:?date AS date)
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
      proof = CASE WHEN j.state = 'sealed' THEN coalesce(j.proof, j.old_proof) END,
      sealed_at = CASE WHEN j.state = 'sealed' THEN
                    CASE WHEN j.old_state = 'sealed' AND j.news = 0 THEN d.sealed_at ELSE now() END END,
      active_run_id = NULL, lease_until = NULL, last_run_id = :?runId, last_outcome = 'succeeded',
      cause = CASE
                WHEN j.download_run_id IS NULL THEN d.cause
                WHEN j.state IN ('mismatch', 'incomplete') THEN j.state
              END,
      error = CASE WHEN j.download_run_id IS NULL THEN d.error ELSE j.error END,
      transactions = j.transactions, vanished = j.vanished_in_all, rejected = j.unresolved, declared = j.declared,
      stored_at = CASE WHEN CAST(:?rejectedId AS bigint) IS NULL THEN now() ELSE d.stored_at END,
      not_before = NULL,
      asked_at = CASE WHEN CAST(:?rejectedId AS bigint) IS NOT NULL THEN d.asked_at END,
      next_check_at = CASE WHEN CAST(:?rejectedId AS bigint) IS NULL THEN CAST(:?nextCheckAt AS timestamptz)
                      ELSE d.next_check_at END,
      -- A person answers for this very mismatch, and for no other.
      accepted_at = CASE WHEN j.state = 'mismatch' AND j.error = d.error THEN d.accepted_at END,
      accepted_by = CASE WHEN j.state = 'mismatch' AND j.error = d.error THEN d.accepted_by END,
      accepted_reason = CASE WHEN j.state = 'mismatch' AND j.error = d.error THEN d.accepted_reason END
  FROM judged j
  WHERE d.gateway = :?gateway AND d.business_date = CAST(:?date AS date)
  RETURNING d.proof
), ended AS (
  UPDATE runs r
  SET finished_at = now(), outcome = 'succeeded',
      declared = CASE WHEN CAST(:?rejectedId AS bigint) IS NULL THEN j.declared END, pages = j.pages, fetched = j.fetched,
      inserted = j.inserted, changed = j.changed, corrected = j.corrected, unchanged = j.unchanged,
      vanished = j.vanished, rejected = j.rejected, repeated = j.repeated + j.elsewhere, outside = j.outside,
      skipped = j.skipped
  FROM judged j
  WHERE r.run_id = j.run_id
), paged AS (
  UPDATE pages p
  SET transactions = b.fetched
  FROM (SELECT page, sum(fetched) AS fetched FROM batches WHERE run_id = :?runId GROUP BY page) b, judged
  WHERE p.run_id = :?runId AND p.page = b.page
), both_sides AS (
  SELECT currency, c.declared_count, c.declared_minor, coalesce(t.stored_count, 0) AS stored_count,
         coalesce(t.posted_count, 0) AS posted_count, coalesce(t.posted_minor, 0) AS posted_minor
  FROM totals t
  FULL JOIN compared c USING (currency)
), total AS (
  INSERT INTO day_totals (gateway, business_date, currency, declared_count, declared_minor, stored_count, posted_count,
                          posted_minor)
  SELECT :?gateway, CAST(:?date AS date), b.currency, b.declared_count, b.declared_minor, b.stored_count, b.posted_count,
         b.posted_minor
  FROM both_sides b, judged
  ON CONFLICT (gateway, business_date, currency) DO UPDATE
  SET declared_count = excluded.declared_count, declared_minor = excluded.declared_minor,
      stored_count = excluded.stored_count, posted_count = excluded.posted_count, posted_minor = excluded.posted_minor
), dropped AS (
  DELETE FROM day_totals o
  USING judged
  WHERE o.gateway = :?gateway AND o.business_date = CAST(:?date AS date)
    AND o.currency NOT IN (SELECT currency FROM both_sides)
), invalidated AS (
  UPDATE seals s
  SET invalid_since = now()
  FROM judged j, day
  WHERE s.gateway = :?gateway AND s.business_date = CAST(:?date AS date) AND s.invalid_since IS NULL
    AND (j.state <> 'sealed' OR j.news > 0 OR day.proof <> j.old_proof)
  RETURNING s.seal_id
), seal AS (
  INSERT INTO seals (gateway, business_date, run_id, proof, declared, transactions, totals, rows_hash)
  SELECT :?gateway, CAST(:?date AS date), j.run_id, day.proof, j.declared, j.transactions,
         (SELECT coalesce(json_agg(b ORDER BY b.currency), '[]') FROM both_sides b),
         (SELECT sha256(coalesce(string_agg(t.content_hash, NULL ORDER BY t.transaction_id), ''))
          FROM transactions t
          WHERE t.gateway = :?gateway AND t.business_date = CAST(:?date AS date) AND t.vanished_at IS NULL
            AND t.transaction_id NOT IN (SELECT transaction_id FROM gone))
  FROM judged j, day
  -- Counting the invalidated ones first makes room under the index that allows one valid seal a day.
  WHERE j.state = 'sealed' AND (SELECT count(*) FROM invalidated) >= 0
    AND (j.old_state <> 'sealed' OR j.news > 0 OR day.proof <> j.old_proof)
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
SELECT j.state, j.pages, j.fetched, j.inserted, j.changed, j.unchanged, j.vanished, j.rejected,
       j.repeated + j.elsewhere AS repeated, j.outside, j.skipped, j.transactions,
       CASE WHEN j.download_run_id IS NOT NULL THEN j.error END AS error
FROM judged j, day
