-- By the command dead-letters discard, before the message is removed from the dead-letter queue. Safe to repeat.
UPDATE dead_letters
SET state = 'discarded', changed_at = now(), changed_by = :by, change_reason = :reason
WHERE dead_letter_id = :id AND state = 'open' AND redrives = :redrives
