-- Before a page that may hold erased transactions is read: by which erasures. Reads only.
SELECT CAST(erasure_id AS text)
FROM erasures
WHERE gateway = :gateway
