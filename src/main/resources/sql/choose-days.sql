-- By the command request, before anything is sent: the days of a range that are missing or unsealed. Reads only.
SELECT asked.business_date
FROM (
  SELECT CAST(:from AS date) + n AS business_date
  FROM generate_series(0, CAST(:to AS date) - CAST(:from AS date)) AS n
) AS asked
LEFT JOIN days d ON d.gateway = :gateway AND d.business_date = asked.business_date
WHERE d.gateway IS NULL OR (d.state <> 'sealed' AND NOT :missingOnly)
ORDER BY asked.business_date
