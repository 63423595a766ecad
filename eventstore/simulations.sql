-- name: drop
-- Drop a simulation; refused for a real ledger.
SELECT ledger.drop_simulation($1);
