-- Once the queue has accepted a wanted day's message. Writes nothing if its worker was faster and wants the day again.
UPDATE days
SET wanted_at = NULL, feeding_until = NULL
WHERE gateway = :?gateway AND business_date = CAST(:?date AS date)
  AND feeding_until = CAST(:?feedingUntil AS timestamptz)
