-- By the dead-letters commands: the dead letters that the filters leave, in the order in which they failed. An empty
-- filter leaves all. Reads only.
SELECT *
FROM dead_letters
WHERE (:state = 'all' OR state = :state)
  AND (cardinality(CAST(:ids AS bigint[])) = 0 OR dead_letter_id = ANY (CAST(:ids AS bigint[])))
  AND (cardinality(CAST(:gateways AS text[])) = 0 OR gateway = ANY (CAST(:gateways AS text[])))
  AND (cardinality(CAST(:causes AS text[])) = 0 OR cause = ANY (CAST(:causes AS text[])))
  AND (CAST(:from AS date) IS NULL OR business_date BETWEEN CAST(:from AS date) AND CAST(:to AS date))
ORDER BY failed_at, dead_letter_id
