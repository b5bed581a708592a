-- By the command request, before it sends a day's message itself: the day is visible from now on, and is put on the queue
-- a minute later if the command did not do it by then. Safe to repeat.
INSERT INTO days AS d (gateway, business_date, zone, window_from, window_to, request_id, request_reason, wanted_at,
                       feeding_until, asked_at, wanted_request_id, wanted_reason)
VALUES (:gateway, CAST(:date AS date), :zone, CAST(:windowFrom AS timestamptz), CAST(:windowTo AS timestamptz),
        :requestId, :reason, CAST(:now AS timestamptz), now() + interval '1 minute', CAST(:now AS timestamptz),
        :requestId, :reason)
ON CONFLICT (gateway, business_date) DO UPDATE
SET wanted_at = excluded.wanted_at, wanted_group = '', feeding_until = excluded.feeding_until,
    asked_at = excluded.asked_at, wanted_request_id = excluded.wanted_request_id,
    wanted_reason = excluded.wanted_reason
RETURNING CAST(feeding_until AS text) AS feeding_until
