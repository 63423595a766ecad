-- name: hash
-- The hash of one event.
SELECT hash FROM ledger.events WHERE organisation = $1 AND position = $2 AND position > 0;
