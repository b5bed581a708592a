-- When a day is asked for: it is visible from now on. Safe to repeat: a day that is known keeps its state.
INSERT INTO days (gateway, business_date, zone, window_from, window_to, request_id, request_reason)
VALUES (:?gateway, CAST(:?date AS date), :?zone, CAST(:?windowFrom AS timestamptz), CAST(:?windowTo AS timestamptz),
        :?requestId, :?reason)
ON CONFLICT (gateway, business_date) DO NOTHING
