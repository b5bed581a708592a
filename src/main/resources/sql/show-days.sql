-- By the commands status and explain: the days of several gateways that are due or have a row, with what is known of
-- each and what its last run did. One statement for all, so that it is one moment. Reads only.
WITH asked AS (
  SELECT a.*, coalesce(a.since, (SELECT min(business_date) FROM days WHERE gateway = a.gateway), a.last_due) AS first_due
  FROM unnest(CAST(:gateways AS text[]), CAST(:from AS date[]), CAST(:to AS date[]), CAST(:since AS date[]),
              CAST(:lastDue AS date[])) WITH ORDINALITY AS a (gateway, first, last, since, last_due, place)
), due AS (
  SELECT a.place, a.gateway, CAST(due AS date) AS business_date
  FROM asked a
  CROSS JOIN LATERAL generate_series(CAST(greatest(a.first, a.first_due) AS timestamp),
                                     CAST(least(a.last, a.last_due) AS timestamp), interval '1 day') AS due
), known AS (
  SELECT a.place, d.gateway, d.business_date
  FROM asked a
  JOIN days d ON d.gateway = a.gateway AND d.business_date BETWEEN a.first AND a.last
), shown AS (
  SELECT gateway, business_date, coalesce(due.place, known.place) AS place, due.place IS NOT NULL AS due
  FROM due
  FULL JOIN known USING (gateway, business_date)
)
SELECT s.gateway, s.business_date, s.due,
       coalesce(d.state, 'missing') AS state, d.proof, coalesce(d.transactions, 0) AS transactions, d.declared,
       coalesce(d.rejected, 0) AS rejected, coalesce(d.vanished, 0) AS vanished, d.last_outcome, d.cause, d.error,
       d.requested_at, d.wanted_at, d.asked_at, d.not_before, d.next_check_at,
       d.accepted_at, d.accepted_by, d.accepted_reason,
       d.active_run_id, d.lease_until, active.started_at AS active_since, active.instance AS active_instance,
       coalesce(d.active_run_id IS NOT NULL AND d.lease_until > clock_timestamp(), false) AS in_work,
       r.inserted, r.changed, r.unchanged, r.finished_at,
       letters.open_letter, clock_timestamp() AS read_at,
       (SELECT string_agg(t.currency || ' ' || t.posted_minor, ',' ORDER BY t.currency)
        FROM day_totals t
        WHERE t.gateway = d.gateway AND t.business_date = d.business_date) AS totals
FROM shown s
LEFT JOIN days d ON d.gateway = s.gateway AND d.business_date = s.business_date
LEFT JOIN runs r ON r.run_id = d.last_run_id
LEFT JOIN runs active ON active.run_id = d.active_run_id
LEFT JOIN (
  SELECT gateway, business_date, min(dead_letter_id) AS open_letter
  FROM dead_letters
  WHERE state = 'open' AND rejected_id IS NULL
  GROUP BY gateway, business_date
) AS letters ON letters.gateway = d.gateway AND letters.business_date = d.business_date
ORDER BY s.place, s.business_date
