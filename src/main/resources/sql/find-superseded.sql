-- By verify, for what is stored with other content than an archived page shows: whether that was a version of it.
-- Reads only.
SELECT count(*)
FROM transaction_versions
WHERE gateway = :gateway AND transaction_id = :id AND content_hash = :hash
