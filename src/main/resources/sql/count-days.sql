-- Every 30 seconds, for the metrics: how many days of each gateway are in which state, those that are due but have no
-- row as missing. Reads only.
WITH asked AS (
  SELECT a.*, coalesce(a.since, (SELECT min(business_date) FROM days WHERE gateway = a.gateway), a.last_due) AS first_due
  FROM unnest(CAST(:gateways AS text[]), CAST(:since AS date[]), CAST(:lastDue AS date[])) AS a (gateway, since, last_due)
), due AS (
  SELECT a.gateway, CAST(due AS date) AS business_date, true AS due
  FROM asked a
  CROSS JOIN LATERAL generate_series(CAST(a.first_due AS timestamp), CAST(a.last_due AS timestamp), interval '1 day') AS due
), known AS (
  SELECT d.gateway, d.business_date, d.wanted_at, d.asked_at,
         CASE WHEN d.state = 'mismatch' AND d.accepted_at IS NOT NULL THEN 'accepted' ELSE d.state END AS state,
         d.active_run_id IS NOT NULL AND d.lease_until > clock_timestamp() AS in_work
  FROM asked a
  JOIN days d ON d.gateway = a.gateway
)
SELECT gateway, coalesce(state, 'missing') AS state, count(*) AS days, min(business_date) FILTER (WHERE due) AS oldest_due,
       count(*) FILTER (WHERE in_work) AS in_work, count(wanted_at) AS wanted, count(asked_at) AS asked
FROM due
FULL JOIN known USING (gateway, business_date)
GROUP BY gateway, coalesce(state, 'missing')
