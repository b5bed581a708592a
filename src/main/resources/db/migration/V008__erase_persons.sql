-- What was erased because a person asked for it: who did it, when and why, and what is left of it.
CREATE TABLE erasures (
  erasure_id        uuid        NOT NULL PRIMARY KEY,
  gateway           text        NOT NULL,
  transaction_ids   text[]      NOT NULL,
  erased_by         text        NOT NULL,
  reason            text        NOT NULL,
  begun_at          timestamptz NOT NULL,
  finished_at       timestamptz,
  versions          bigint      NOT NULL DEFAULT 0,
  rejected          bigint      NOT NULL DEFAULT 0,
  pages             bigint      NOT NULL DEFAULT 0
);
CREATE INDEX erasures_by_gateway ON erasures (gateway);
COMMENT ON COLUMN erasures.erasure_id IS 'random, and named by what stands in place of an erased transaction: no gateway can make up one';
COMMENT ON COLUMN erasures.finished_at IS 'null for one that was broken off; another one then did the rest';

ALTER TABLE transactions ADD COLUMN erased_at timestamptz;
COMMENT ON COLUMN transactions.erased_at IS 'since when payload is a note and reference is null; content_hash stays that of what the gateway sent';
ALTER TABLE transaction_versions ADD COLUMN erased_at timestamptz;

-- What was erased is known again by the hash of what was sent.
ALTER TABLE rejected_transactions
  ADD COLUMN erased_at   timestamptz,
  ADD COLUMN sent_sha256 bytea;
ALTER TABLE rejected_transactions DROP COLUMN raw_sha256;
ALTER TABLE rejected_transactions
  ADD COLUMN raw_sha256 bytea NOT NULL GENERATED ALWAYS AS (coalesce(sent_sha256, sha256(raw))) STORED;
ALTER TABLE rejected_transactions ADD UNIQUE (gateway, business_date, raw_sha256);
COMMENT ON COLUMN rejected_transactions.sent_sha256 IS 'of the bytes that were sent, where raw is a note in place of them';

ALTER TABLE pages
  ADD COLUMN erased_at          timestamptz,
  ADD COLUMN erased_file_bytes  bigint,
  ADD COLUMN erased_file_sha256 bytea;
COMMENT ON COLUMN pages.erased_at IS 'since when notes stand in the file in place of erased transactions';
COMMENT ON COLUMN pages.erased_file_sha256 IS 'over the file that took the place of the one with file_sha256; null if none did';
