-- By verify, for what an archived page holds and the table does not: which of it is kept as rejected. Reads only.
SELECT raw_sha256
FROM rejected_transactions
WHERE gateway = :gateway AND business_date = CAST(:date AS date) AND raw_sha256 = ANY (CAST(:hashes AS bytea[]))
