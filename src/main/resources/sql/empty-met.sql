-- Before each day of verify.
TRUNCATE met_by_verify
