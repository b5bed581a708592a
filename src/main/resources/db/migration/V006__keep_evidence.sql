-- What shows, years later, that the rows of a day are what its gateway answered.

ALTER TABLE pages
  ADD COLUMN request      text,
  ADD COLUMN status       integer,
  ADD COLUMN content_type text,
  ADD COLUMN answered_at  timestamptz,
  ADD COLUMN file_bytes   bigint,
  ADD COLUMN file_sha256  bytea,
  ADD COLUMN gone_at      timestamptz;
COMMENT ON COLUMN pages.request IS 'method and URL as sent, without credentials';
COMMENT ON COLUMN pages.answered_at IS 'when its last byte was in the archive';
COMMENT ON COLUMN pages.file_sha256 IS 'over the file in the archive, compressed as it is; sha256 is over the answer''s body';
COMMENT ON COLUMN pages.gone_at IS 'since when retention has removed the file';

ALTER TABLE runs
  ADD COLUMN manifest_sha256 bytea,
  ADD COLUMN rebuilds        bigint,
  ADD COLUMN archive_gone_at timestamptz;
COMMENT ON COLUMN runs.manifest_sha256 IS 'over manifest.json in the run''s folder of the archive';
COMMENT ON COLUMN runs.rebuilds IS 'the run whose archived pages it reads again; null for a run that asks the gateway';
COMMENT ON COLUMN runs.archive_gone_at IS 'since when retention has removed the run''s folder of the archive';
CREATE INDEX runs_with_archive ON runs (finished_at)
  WHERE archive_gone_at IS NULL AND rejected_id IS NULL AND rebuilds IS NULL;
