-- Once, before the metrics count runs: where counting begins, and which runs are at work then. Reads only.
SELECT coalesce(max(run_id), 0) AS newest,
       ARRAY(SELECT active_run_id FROM days WHERE active_run_id IS NOT NULL) AS at_work
FROM runs
