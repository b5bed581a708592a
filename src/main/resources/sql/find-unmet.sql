-- By verify: rows of the day that no archived page showed so far; some of them, and how many there are. Reads only.
SELECT t.transaction_id, count(*) OVER () AS rows
FROM transactions t
WHERE t.gateway = :gateway AND t.business_date = CAST(:date AS date)
  AND NOT EXISTS (SELECT FROM met_by_verify m WHERE m.transaction_id = t.transaction_id)
ORDER BY t.transaction_id
LIMIT 3
