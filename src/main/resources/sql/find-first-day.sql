-- By the command status: where a gateway's due days begin when no setting says so. Reads only.
SELECT min(business_date) AS first_day
FROM days
WHERE gateway = :gateway
