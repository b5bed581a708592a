-- By the commands status and explain: the days of several gateways that are due or have a row, with what is known of
-- each and what its last run did. One statement for all, so that it is one moment. OFFSET 0 keeps each look-up one by
-- index, however large the tables are. Reads only.
WITH asked AS (
  SELECT a.*, known.first_day IS NOT NULL AS gateway_known, coalesce(a.since, known.first_day, a.last_due) AS first_due
  FROM unnest(CAST(:gateways AS text[]), CAST(:from AS date[]), CAST(:to AS date[]), CAST(:since AS date[]),
              CAST(:lastDue AS date[])) WITH ORDINALITY AS a (gateway, first, last, since, last_due, place)
  CROSS JOIN LATERAL (SELECT min(business_date) AS first_day FROM days WHERE gateway = a.gateway) AS known
), due AS (
  SELECT a.place, CAST(due AS date) AS business_date, true AS due
  FROM asked a
  CROSS JOIN LATERAL generate_series(CAST(greatest(a.first, a.first_due) AS timestamp),
                                     CAST(least(a.last, a.last_due) AS timestamp), interval '1 day') AS due
), known AS (
  SELECT a.place, day.*
  FROM asked a
  CROSS JOIN LATERAL (
    SELECT * FROM days d WHERE d.gateway = a.gateway AND d.business_date BETWEEN a.first AND a.last OFFSET 0) AS day
)
SELECT asked.gateway, business_date, coalesce(due, false) AS due, asked.gateway_known,
       coalesce(d.state, 'missing') AS state, d.proof, coalesce(d.transactions, 0) AS transactions, d.declared,
       coalesce(d.rejected, 0) AS rejected, coalesce(d.vanished, 0) AS vanished, d.last_outcome, d.cause, d.error,
       d.requested_at, d.wanted_at, d.wanted_group = '' AS wanted_daily, d.asked_at, d.not_before, d.next_check_at,
       d.accepted_at, d.accepted_by, d.accepted_reason,
       d.active_run_id, d.lease_until, active.started_at AS active_since, active.instance AS active_instance,
       coalesce(d.active_run_id IS NOT NULL AND d.lease_until > clock_timestamp(), false) AS in_work,
       ended.inserted, ended.changed, ended.unchanged, ended.finished_at, letters.open_letter, clock_timestamp() AS read_at,
       (SELECT string_agg(t.currency || ' ' || t.posted_minor, ',' ORDER BY t.currency)
        FROM day_totals t
        WHERE t.gateway = d.gateway AND t.business_date = d.business_date) AS totals
FROM due
FULL JOIN known d USING (place, business_date)
JOIN asked USING (place)
LEFT JOIN LATERAL (
  SELECT inserted, changed, unchanged, finished_at FROM runs WHERE run_id = d.last_run_id OFFSET 0) AS ended ON true
LEFT JOIN LATERAL (
  SELECT started_at, instance FROM runs WHERE run_id = d.active_run_id OFFSET 0) AS active ON true
LEFT JOIN LATERAL (
  SELECT min(dead_letter_id) AS open_letter
  FROM dead_letters l
  WHERE l.gateway = d.gateway AND l.business_date = d.business_date AND l.state = 'open' AND l.rejected_id IS NULL
) AS letters ON true
-- A day that is well needs nobody: sparing its look-ups makes --problems cheap over many years.
WHERE :wellToo OR d.state IS NULL OR d.state NOT IN ('stored', 'sealed') OR d.last_outcome IS DISTINCT FROM 'succeeded'
   OR d.active_run_id IS NOT NULL OR d.asked_at IS NOT NULL OR d.wanted_at IS NOT NULL
   OR d.next_check_at <= CAST(:now AS timestamptz)
ORDER BY place, business_date
