-- At each fire of the schedule: the days that are due and were never asked for, oldest first. Reads only.
SELECT CAST(due AS date) AS business_date
FROM generate_series(
       CAST(greatest(
         coalesce(CAST(:since AS date),
                  (SELECT min(business_date) FROM days WHERE gateway = :gateway),
                  CAST(:lastDayDue AS date)),
         CAST(:lastDayDue AS date) - :lookbackDays + 1) AS timestamp),
       CAST(:lastDayDue AS timestamp),
       interval '1 day') AS due
WHERE NOT EXISTS (SELECT FROM days WHERE gateway = :gateway AND business_date = CAST(due AS date))
ORDER BY due
