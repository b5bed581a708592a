-- A rejected transaction is told of as a dead letter of its own, and tried again from the bytes that are kept.

ALTER TABLE rejected_transactions ADD COLUMN observed_at timestamptz;
COMMENT ON COLUMN rejected_transactions.observed_at IS 'when the page that showed it last was asked for; null if rejected before this column was there';

ALTER TABLE runs ADD COLUMN rejected_id bigint;
COMMENT ON COLUMN runs.rejected_id IS 'the rejected transaction that the run tries again; null for a run that downloads its day';

ALTER TABLE dead_letters ADD COLUMN rejected_id bigint UNIQUE;
COMMENT ON COLUMN dead_letters.rejected_id IS 'the rejected transaction that it asks for; one letter for each';

ALTER TABLE dead_letters ADD COLUMN sending_until timestamptz;
COMMENT ON COLUMN dead_letters.sending_until IS 'until when one instance has it to itself to send it';

CREATE INDEX dead_letters_unsent ON dead_letters (dead_letter_id) WHERE sent_at IS NULL;
