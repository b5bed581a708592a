-- By erase: in which days some transactions were found, and how many of their versions are not erased. Reads only.
SELECT business_date, count(*) FILTER (WHERE erased_at IS NULL) AS versions
FROM (SELECT business_date, erased_at
      FROM transactions
      WHERE gateway = :gateway AND transaction_id = ANY (CAST(:ids AS text[]))
      UNION ALL
      SELECT business_date, erased_at
      FROM transaction_versions
      WHERE gateway = :gateway AND transaction_id = ANY (CAST(:ids AS text[]))) v
GROUP BY business_date
