-- name: organisations
-- Everybody who has a ledger.
SELECT DISTINCT organisation FROM ledger.heads ORDER BY organisation;
