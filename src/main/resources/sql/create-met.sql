-- Once per verify, for its connection alone: the ids that it met in the archive, so that they need no memory.
CREATE TEMPORARY TABLE met_by_verify (transaction_id text PRIMARY KEY)
