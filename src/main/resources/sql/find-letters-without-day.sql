-- By the command status --problems: open dead letters that no day shows, since it has no row or its gateway is not
-- enabled. Reads only.
SELECT l.dead_letter_id, l.gateway, l.business_date, l.cause, l.error
FROM dead_letters l
LEFT JOIN days d ON d.gateway = l.gateway AND d.business_date = l.business_date
WHERE l.state = 'open'
  AND CASE WHEN coalesce(l.gateway = ANY (CAST(:gateways AS text[])), false) THEN d.gateway IS NULL ELSE :all END
ORDER BY l.dead_letter_id
