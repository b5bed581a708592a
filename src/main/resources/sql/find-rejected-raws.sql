-- By erase: all rejected transactions of a gateway, of which only their bytes say whose they are. Reads only.
SELECT rejected_id, business_date, raw, erased_at IS NOT NULL AS erased
FROM rejected_transactions
WHERE gateway = :gateway
