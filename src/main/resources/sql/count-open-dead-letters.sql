-- Every 30 seconds, for the metrics: the dead letters that wait for a person. Reads only.
SELECT cause, count(*) AS letters
FROM dead_letters
WHERE state = 'open'
GROUP BY cause
