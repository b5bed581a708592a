-- By the command status: one gateway's days that have a row, with what their last run did. Reads only.
SELECT d.business_date, d.state, d.proof, d.transactions, d.declared, d.rejected, d.last_outcome, d.cause, d.error,
       coalesce(d.active_run_id IS NOT NULL AND d.lease_until > clock_timestamp(), false) AS in_work,
       r.inserted, r.changed, r.unchanged, r.finished_at,
       (SELECT string_agg(t.currency || ' ' || t.posted_minor, ',' ORDER BY t.currency)
        FROM day_totals t
        WHERE t.gateway = d.gateway AND t.business_date = d.business_date) AS totals
FROM days d
LEFT JOIN runs r ON r.run_id = d.last_run_id
WHERE d.gateway = :gateway AND d.business_date BETWEEN :from AND :to
ORDER BY d.business_date
