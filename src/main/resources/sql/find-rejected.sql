-- Before a rejected transaction is tried again: what is kept of it. Reads only.
SELECT r.rejected_id, r.page, r.position, r.raw, r.erased_at IS NOT NULL AS erased, r.resolved_at IS NULL AS open,
       coalesce(r.observed_at, p.fetched_at, r.rejected_at) AS observed_at
FROM rejected_transactions r
LEFT JOIN pages p ON p.run_id = r.run_id AND p.page = r.page
WHERE r.rejected_id = :?rejectedId AND r.gateway = :?gateway AND r.business_date = CAST(:?date AS date)
