-- name: seen
-- Where a ledger ends, by its highest head if it has several, and the last event that is really there.
SELECT
    h.organisation, h.kind, h.position, h.hash, h.recorded_at,
    coalesce((
        SELECT max(e.position) FROM ledger.events AS e WHERE e.organisation = h.organisation AND e.position <= h.position
    ), 0) AS last
FROM ledger.heads AS h WHERE h.organisation = $1
ORDER BY h.position DESC LIMIT 1;

-- name: page
-- Entries in order, with the jsonb beside each body.
SELECT position, stream, entry, recorded_at, body, hash, content::text AS content
FROM ledger.events WHERE organisation = $1 AND position > $2 AND position <= $3
ORDER BY position LIMIT $4;
