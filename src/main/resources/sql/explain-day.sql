-- By the command explain: what the tables say of one day beside its row in days, as one JSON document, so that it is
-- one moment. Reads only.
WITH downloaded AS (
  SELECT max(run_id) AS run_id, min(run_id) FILTER (WHERE rebuilds IS NULL) AS first_run_id
  FROM runs
  WHERE gateway = :gateway AND business_date = CAST(:date AS date) AND outcome = 'succeeded' AND rejected_id IS NULL
), rechecks AS (
  -- What they stored came after the day had been read to its end.
  SELECT r.run_id, r.inserted, r.inserted + r.changed AS news
  FROM runs r, downloaded d
  WHERE r.gateway = :gateway AND r.business_date = CAST(:date AS date) AND r.run_id > d.first_run_id
    AND r.rejected_id IS NULL AND r.rebuilds IS NULL
), came AS (
  SELECT c.run_id, h.transaction_id, h.version,
         row_number() OVER (PARTITION BY c.run_id, h.version = 1 ORDER BY h.transaction_id) AS place
  FROM transaction_history h
  JOIN runs r ON r.run_id = h.run_id
  JOIN rechecks c ON c.run_id = coalesce(r.rebuilds, r.run_id)
  -- The history of a large day is read only if there is something to find.
  WHERE (SELECT sum(news) FROM rechecks) > 0
    AND h.gateway = :gateway AND h.business_date = CAST(:date AS date)
), named AS (
  SELECT run_id, json_agg(transaction_id ORDER BY transaction_id) FILTER (WHERE version = 1) AS late_ids,
         json_agg(transaction_id ORDER BY transaction_id) FILTER (WHERE version > 1) AS changed_ids
  FROM came
  WHERE place <= :examplesMax
  GROUP BY run_id
)
SELECT json_build_object(
  'request', (
    SELECT json_build_object('at', d.requested_at, 'requestId', d.request_id, 'reason', d.request_reason,
                             'waitsSince', d.wanted_at, 'queuedSince', d.asked_at, 'notBefore', d.not_before, 'zone', d.zone)
    FROM days d
    WHERE d.gateway = :gateway AND d.business_date = CAST(:date AS date)),
  'storedAt', (SELECT stored_at FROM days WHERE gateway = :gateway AND business_date = CAST(:date AS date)),
  'sealedAt', (SELECT sealed_at FROM days WHERE gateway = :gateway AND business_date = CAST(:date AS date)),
  'runs', (
    SELECT json_build_object(
             'count', count(*), 'downloads', count(*) FILTER (WHERE rejected_id IS NULL),
             'failed', count(*) FILTER (WHERE outcome = 'failed'),
             'new', coalesce(sum(inserted), 0),
             'late', (SELECT coalesce(sum(inserted), 0) FROM rechecks), 'changed', coalesce(sum(changed), 0),
             'corrected', coalesce(sum(corrected), 0), 'vanished', coalesce(sum(vanished), 0))
    FROM runs
    WHERE gateway = :gateway AND business_date = CAST(:date AS date)),
  'lastRuns', (
    SELECT coalesce(json_agg(last ORDER BY last."runId"), '[]')
    FROM (
      SELECT r.run_id AS "runId", r.rejected_id AS "rejectedId", r.attempt, r.instance, r.message_id AS "messageId",
             r.request_id AS "requestId", r.request_reason AS reason, r.started_at AS "startedAt",
             r.finished_at AS "finishedAt", coalesce(r.outcome, 'in work') AS outcome, r.cause, r.error, r.declared,
             coalesce(c.pages, r.pages) AS pages, p.bytes,
             coalesce(c.fetched, r.fetched) AS fetched, coalesce(c.inserted, r.inserted) AS "new",
             coalesce(c.changed, r.changed) AS changed, coalesce(c.corrected, r.corrected) AS corrected,
             coalesce(c.unchanged, r.unchanged) AS unchanged, coalesce(c.rejected, r.rejected) AS rejected,
             coalesce(c.repeated + c.elsewhere, r.repeated) AS repeated, coalesce(c.outside, r.outside) AS outside,
             coalesce(c.skipped, r.skipped) AS skipped, r.vanished, coalesce(l.inserted, 0) AS late,
             coalesce(n.late_ids, '[]') AS "lateIds", coalesce(n.changed_ids, '[]') AS "changedIds"
      FROM (
        SELECT *
        FROM runs
        WHERE gateway = :gateway AND business_date = CAST(:date AS date)
        ORDER BY run_id DESC
        LIMIT :runsMax
      ) AS r
      LEFT JOIN run_counts c ON c.run_id = r.run_id AND r.outcome IS NULL
      LEFT JOIN rechecks l ON l.run_id = r.run_id
      LEFT JOIN named n ON n.run_id = r.run_id
      LEFT JOIN LATERAL (SELECT coalesce(sum(bytes), 0) AS bytes FROM pages WHERE run_id = r.run_id) AS p ON true
    ) AS last),
  'totals', (
    SELECT coalesce(json_agg(t ORDER BY t.currency), '[]')
    FROM (
      SELECT coalesce(day.currency, run.currency) AS currency,
             coalesce(run.declared_count, day.declared_count) AS "declaredCount",
             coalesce(run.declared_minor, day.declared_minor) AS "declaredMinor",
             run.listed_count AS "listedCount", run.listed_minor AS "listedMinor", run.tolerance_minor AS "toleranceMinor",
             coalesce(day.stored_count, 0) AS "storedCount", coalesce(day.posted_count, 0) AS "postedCount",
             coalesce(day.posted_minor, 0) AS "postedMinor"
      FROM (SELECT * FROM day_totals WHERE gateway = :gateway AND business_date = CAST(:date AS date)) AS day
      FULL JOIN (SELECT * FROM run_totals WHERE run_id = (SELECT run_id FROM downloaded)) AS run
        ON run.currency = day.currency
    ) AS t),
  'rejectedTransactions', (
    SELECT json_build_object('open', count(*) FILTER (WHERE resolved_at IS NULL),
                             'resolved', count(*) FILTER (WHERE resolved_at IS NOT NULL))
    FROM rejected_transactions
    WHERE gateway = :gateway AND business_date = CAST(:date AS date)),
  'lastRejected', (
    SELECT coalesce(json_agg(last ORDER BY last."rejectedId"), '[]')
    FROM (
      SELECT rejected_id AS "rejectedId", last_run_id AS "runId", page, position, cause, error
      FROM rejected_transactions
      WHERE gateway = :gateway AND business_date = CAST(:date AS date) AND resolved_at IS NULL
      ORDER BY rejected_id DESC
      LIMIT :examplesMax
    ) AS last),
  'deadLetters', (
    SELECT json_build_object('open', count(*) FILTER (WHERE state = 'open'), 'all', count(*))
    FROM dead_letters
    WHERE gateway = :gateway AND business_date = CAST(:date AS date)),
  'lastDeadLetters', (
    SELECT coalesce(json_agg(last ORDER BY last.id), '[]')
    FROM (
      SELECT dead_letter_id AS id, rejected_id AS "rejectedId", state, cause, error, attempts, redrives,
             failed_at AS "failedAt", changed_at AS "changedAt", changed_by AS "changedBy",
             change_reason AS "changeReason"
      FROM dead_letters
      WHERE gateway = :gateway AND business_date = CAST(:date AS date)
      ORDER BY state = 'open' DESC, dead_letter_id DESC
      LIMIT :examplesMax
    ) AS last),
  'seals', (
    SELECT coalesce(json_agg(s ORDER BY s."sealId"), '[]')
    FROM (
      SELECT seal_id AS "sealId", run_id AS "runId", proof, declared, transactions, encode(rows_hash, 'hex') AS "rowsHash",
             sealed_at AS "sealedAt", invalid_since AS "invalidSince"
      FROM seals
      WHERE gateway = :gateway AND business_date = CAST(:date AS date)
    ) AS s)
) AS story
