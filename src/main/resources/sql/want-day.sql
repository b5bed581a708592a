-- For each day of a message that stands for several, and for each missing one: it waits for its turn on the queue from
-- now on. Safe to repeat: the same request wants a day once, and a day that waits, is asked for or is in work is left
-- alone. Only a range asks in spite of a message that is on the queue, since that message may have been lost with its
-- queue. The schedule, which has no request id, takes only days that nobody asked for so far.
INSERT INTO days AS d (gateway, business_date, zone, window_from, window_to, request_id, request_reason, not_before,
                       wanted_at, wanted_group, wanted_request_id, wanted_reason)
VALUES (:?gateway, CAST(:?date AS date), :?zone, CAST(:?windowFrom AS timestamptz), CAST(:?windowTo AS timestamptz),
        :?requestId, :?reason, CAST(:?notBefore AS timestamptz), CAST(:?now AS timestamptz), :?group, :?requestId,
        :?reason)
ON CONFLICT (gateway, business_date) DO UPDATE
SET not_before = excluded.not_before, wanted_at = excluded.wanted_at, wanted_group = excluded.wanted_group,
    wanted_request_id = excluded.wanted_request_id, wanted_reason = excluded.wanted_reason
WHERE d.wanted_at IS NULL
  AND excluded.wanted_request_id IS NOT NULL
  AND d.wanted_request_id IS DISTINCT FROM excluded.wanted_request_id
  AND (excluded.wanted_group = '/range'
       OR ((d.asked_at IS NULL OR d.asked_at <= CAST(:?expired AS timestamptz))
           AND (d.active_run_id IS NULL OR d.lease_until <= clock_timestamp())))
