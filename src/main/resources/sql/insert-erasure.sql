-- By erase, before anything is erased: from now on no download brings these transactions into the archive.
INSERT INTO erasures (erasure_id, gateway, transaction_ids, erased_by, reason, begun_at)
VALUES (CAST(:erasure AS uuid), :gateway, CAST(:ids AS text[]), :by, :reason, :at)
