-- By verify, for what was erased in a day: by whom, when and why. Reads only.
SELECT format('erased by %s on %s: %s', erased_by,
              to_char(begun_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), reason)
FROM erasures
WHERE erasure_id = ANY (CAST(:ids AS uuid[]))
ORDER BY begun_at
