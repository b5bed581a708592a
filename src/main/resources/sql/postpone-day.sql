-- When a day's message came before its gateway can be complete: the day waits here instead of on the queue, where it
-- would hold up the days behind it. Safe to repeat.
INSERT INTO days AS d (gateway, business_date, zone, window_from, window_to, request_id, request_reason, not_before,
                       wanted_at, wanted_request_id, wanted_reason)
VALUES (:?gateway, CAST(:?date AS date), :?zone, CAST(:?windowFrom AS timestamptz), CAST(:?windowTo AS timestamptz),
        :?requestId, :?reason, CAST(:?notBefore AS timestamptz), CAST(:?now AS timestamptz), :?requestId, :?reason)
ON CONFLICT (gateway, business_date) DO UPDATE
SET not_before = excluded.not_before, wanted_at = excluded.wanted_at, wanted_request_id = excluded.wanted_request_id,
    wanted_reason = excluded.wanted_reason, asked_at = NULL, feeding_until = NULL
