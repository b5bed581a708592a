-- By the command status --calendar: the same days as show-days.sql, with no more than a mark needs, one row per
-- gateway. Reads only.
WITH asked AS (
  SELECT a.*, coalesce(a.since, (SELECT min(business_date) FROM days WHERE gateway = a.gateway), a.last_due) AS first_due
  FROM unnest(CAST(:gateways AS text[]), CAST(:from AS date[]), CAST(:to AS date[]), CAST(:since AS date[]),
              CAST(:lastDue AS date[])) WITH ORDINALITY AS a (gateway, first, last, since, last_due, place)
), due AS (
  SELECT a.place, CAST(due AS date) AS business_date
  FROM asked a
  CROSS JOIN LATERAL generate_series(CAST(greatest(a.first, a.first_due) AS timestamp),
                                     CAST(least(a.last, a.last_due) AS timestamp), interval '1 day') AS due
), known AS (
  SELECT a.place, day.*
  FROM asked a
  CROSS JOIN LATERAL (
    SELECT business_date,
           CASE
             WHEN active_run_id IS NOT NULL AND lease_until > now() AND state IN ('requested', 'failed') THEN 'in work'
             WHEN accepted_at IS NOT NULL AND state = 'mismatch' THEN 'accepted'
             ELSE state
           END AS mark
    FROM days d
    WHERE d.gateway = a.gateway AND d.business_date BETWEEN a.first AND a.last
    OFFSET 0) AS day
)
SELECT asked.gateway, array_agg(business_date - DATE '1970-01-01') AS epoch_days, array_agg(coalesce(mark, 'missing')) AS marks
FROM due
FULL JOIN known USING (place, business_date)
JOIN asked USING (place)
GROUP BY place, asked.gateway
ORDER BY place
