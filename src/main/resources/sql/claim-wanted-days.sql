-- Every few seconds: which wanted days go to the queue now. Oldest first within each gateway; of the days of ranges only
-- so many that no more than a few are on the queue at once. Safe to repeat, and for several instances at once: a day goes
-- to one of them, with its gateway's others, and to another a minute later if it was not sent by then. All look at the
-- same first places of a gateway, so that none can begin with the places behind those that another one took.
WITH places AS (
  SELECT gateway, business_date,
         row_number() OVER (PARTITION BY gateway, wanted_group
                            ORDER BY wanted_at IS NULL DESC, business_date) AS place,
         bool_or(wanted_at IS NOT NULL AND coalesce(feeding_until >= now(), false))
           OVER (PARTITION BY gateway, wanted_group) AS being_fed,
         CASE wanted_group WHEN '/range' THEN CAST(:?rangeDaysAhead AS integer) ELSE 100 END AS places
  FROM days
  WHERE gateway = ANY (:?gateways)
    AND ((wanted_at IS NOT NULL
          AND (feeding_until >= now()
               OR ((not_before IS NULL OR not_before <= CAST(:?now AS timestamptz))
                   AND (active_run_id IS NULL OR lease_until <= clock_timestamp()))))
         OR (wanted_at IS NULL AND wanted_group = '/range' AND asked_at > CAST(:?expired AS timestamptz)))
), free AS (
  SELECT d.gateway, d.business_date
  FROM days d
  JOIN places p ON p.gateway = d.gateway AND p.business_date = d.business_date
  WHERE p.place <= p.places AND NOT p.being_fed
    AND d.wanted_at IS NOT NULL AND (d.feeding_until IS NULL OR d.feeding_until < now())
  FOR UPDATE OF d SKIP LOCKED
), claimed AS (
  UPDATE days d
  SET feeding_until = now() + interval '1 minute', asked_at = CAST(:?now AS timestamptz)
  FROM free f
  WHERE d.gateway = f.gateway AND d.business_date = f.business_date
  RETURNING d.gateway, d.business_date, d.wanted_group, d.wanted_request_id, d.wanted_reason, d.feeding_until
)
SELECT gateway, CAST(business_date AS text) AS date, wanted_group, wanted_request_id, wanted_reason,
       CAST(feeding_until AS text) AS feeding_until
FROM claimed
ORDER BY claimed.business_date, gateway
