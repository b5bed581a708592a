-- By the command accept: a person answers for a mismatch that the provider confirms. The state stays what it is, and a
-- run that finds something else ends the acceptance. Safe to repeat.
UPDATE days
SET accepted_at = now(), accepted_by = :by, accepted_reason = :reason
WHERE gateway = :gateway AND business_date = :date AND state = 'mismatch'
