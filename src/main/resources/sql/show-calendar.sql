-- By the command status --calendar: the same days as show-days.sql, with no more than a mark needs. Reads only.
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
  SELECT a.place, d.*
  FROM asked a
  JOIN days d ON d.gateway = a.gateway AND d.business_date BETWEEN a.first AND a.last
)
SELECT gateway, business_date,
       CASE
         WHEN d.active_run_id IS NOT NULL AND d.lease_until > clock_timestamp() AND d.state IN ('requested', 'failed')
           THEN 'in work'
         WHEN d.accepted_at IS NOT NULL AND d.state = 'mismatch' THEN 'accepted'
         ELSE coalesce(d.state, 'missing')
       END AS mark
FROM due
FULL JOIN known d USING (gateway, business_date)
ORDER BY coalesce(due.place, d.place), business_date
