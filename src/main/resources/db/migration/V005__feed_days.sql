-- How a day that is wanted comes to the days queue.

ALTER TABLE days
  ADD COLUMN wanted_request_id text,
  ADD COLUMN wanted_reason     text;
COMMENT ON COLUMN days.wanted_request_id IS 'of the request that the day was last wanted for; null if the schedule wants it';
COMMENT ON COLUMN days.wanted_reason IS 'why it was last wanted, in the words of who asked';
CREATE INDEX days_of_range_asked ON days (gateway) WHERE asked_at IS NOT NULL AND wanted_group = '/range';
