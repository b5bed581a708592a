-- Once the days queue has accepted a dead letter's copy. Writes nothing if somebody else was faster: another command,
-- or the worker that the copy has already failed at.
UPDATE dead_letters
SET state = 'redriven', redrives = redrives + 1, changed_at = now(), changed_by = :by, change_reason = :reason
WHERE dead_letter_id = :id AND state = 'open' AND redrives = :redrives
