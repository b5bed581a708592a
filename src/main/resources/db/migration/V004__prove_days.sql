-- What a day's proof rests on, when it is asked for again, and who answers for it if it cannot be proven.

ALTER TABLE days
  ADD COLUMN wanted_at       timestamptz,
  ADD COLUMN wanted_group    text NOT NULL DEFAULT '',
  ADD COLUMN feeding_until   timestamptz,
  ADD COLUMN asked_at        timestamptz,
  ADD COLUMN next_check_at   timestamptz,
  ADD COLUMN vanished        bigint NOT NULL DEFAULT 0,
  ADD COLUMN accepted_at     timestamptz,
  ADD COLUMN accepted_by     text,
  ADD COLUMN accepted_reason text,
  ADD CHECK ((accepted_at IS NULL) = (accepted_by IS NULL));
COMMENT ON COLUMN days.wanted_at IS 'since when the day waits to be put on the days queue; null if it does not';
COMMENT ON COLUMN days.wanted_group IS 'empty for daily work, /range for the days of a range: what its message group adds to the gateway''s name';
COMMENT ON COLUMN days.feeding_until IS 'until when one instance has the day to itself to put it on the queue';
COMMENT ON COLUMN days.asked_at IS 'when its message was put on the days queue; null once a run judged the day or it was dead-lettered';
COMMENT ON COLUMN days.not_before IS 'the gateway cannot be complete before this instant';
COMMENT ON COLUMN days.next_check_at IS 'when the day is to be downloaded again to find what came late';
COMMENT ON COLUMN days.vanished IS 'transactions that the last complete download no longer contained';
COMMENT ON COLUMN days.accepted_at IS 'since when a person answers for a mismatch; cleared by a run that finds something else';
CREATE INDEX days_wanted ON days (gateway, wanted_group, business_date) WHERE wanted_at IS NOT NULL;
CREATE INDEX days_to_check ON days (next_check_at) WHERE next_check_at IS NOT NULL;

ALTER TABLE runs
  ADD COLUMN corrected bigint NOT NULL DEFAULT 0,
  ADD COLUMN vanished  bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN runs.corrected IS 'those of changed that changed by a corrected mapping alone';
COMMENT ON COLUMN runs.vanished IS 'transactions of the day that this complete download was the first not to contain';

ALTER TABLE batches ADD COLUMN corrected integer NOT NULL DEFAULT 0;

-- What the gateway declared and what the run listed, before anything was left out: one row per currency.
CREATE TABLE run_totals (
  run_id            bigint      NOT NULL REFERENCES runs,
  currency          char(3)     NOT NULL,
  declared_count    bigint,
  declared_minor    numeric,
  listed_count      bigint      NOT NULL,
  listed_minor      numeric     NOT NULL,
  tolerance_minor   bigint      NOT NULL DEFAULT 0,
  PRIMARY KEY (run_id, currency)
);
COMMENT ON COLUMN run_totals.listed_minor IS 'sum of amount_minor where effect is posted';

CREATE OR REPLACE VIEW run_counts AS
SELECT r.run_id,
       (SELECT count(*) FROM pages p WHERE p.run_id = r.run_id) AS pages,
       coalesce(sum(b.distinct_ids), 0)             AS found,
       coalesce(sum(b.fetched), 0)                  AS fetched,
       coalesce(sum(b.inserted), 0)                 AS inserted,
       coalesce(sum(b.changed), 0)                  AS changed,
       coalesce(sum(b.unchanged), 0)                AS unchanged,
       coalesce(sum(b.rejected), 0)                 AS rejected,
       coalesce(sum(b.repeated), 0)                 AS repeated,
       coalesce(sum(b.elsewhere), 0)                AS elsewhere,
       coalesce(sum(b.outside), 0)                  AS outside,
       coalesce(sum(b.skipped), 0)                  AS skipped,
       coalesce(sum(b.corrected), 0)                AS corrected
FROM runs r
LEFT JOIN batches b ON b.run_id = r.run_id
GROUP BY r.run_id;
