-- By erase: which transactions have, or had, an id or a reference. Reads only.
SELECT transaction_id
FROM transactions
WHERE gateway = :gateway AND (transaction_id = CAST(:id AS text) OR reference = CAST(:reference AS text))
UNION
SELECT transaction_id
FROM transaction_versions
WHERE gateway = :gateway AND (transaction_id = CAST(:id AS text) OR reference = CAST(:reference AS text))
