-- At the begin of a download: each transaction that was erased, by which erasure first. Reads only.
SELECT DISTINCT ON (i.transaction_id) i.transaction_id, CAST(e.erasure_id AS text) AS erasure_id, e.begun_at
FROM erasures e
CROSS JOIN LATERAL unnest(e.transaction_ids) AS i (transaction_id)
WHERE e.gateway = :gateway
ORDER BY i.transaction_id, e.begun_at
