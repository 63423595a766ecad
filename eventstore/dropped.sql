-- name: pending
-- Ledgers that were dropped and are still worked for somewhere, the first one first.
SELECT organisation, streams FROM ledger.dropped ORDER BY dropped_at, organisation;

-- name: clear
-- Remove what was written beside one since; true once nothing is left to do.
SELECT ledger.clear_dropped($1, $2);
