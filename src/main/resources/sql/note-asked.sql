-- When a day's message was received, whoever sent it: the day is visible, and known to be on the queue. Safe to repeat.
INSERT INTO days AS d (gateway, business_date, zone, window_from, window_to, request_id, request_reason, asked_at)
VALUES (:?gateway, CAST(:?date AS date), :?zone, CAST(:?windowFrom AS timestamptz), CAST(:?windowTo AS timestamptz),
        :?requestId, :?reason, CAST(:?now AS timestamptz))
ON CONFLICT (gateway, business_date) DO UPDATE
SET asked_at = excluded.asked_at
WHERE d.asked_at IS NULL
