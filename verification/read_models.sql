-- name: checkpoints
-- How far each read model is.
SELECT model, position FROM read_models.checkpoints WHERE organisation = $1;

-- name: streams
-- The streams of a ledger, by name.
SELECT e.stream
FROM ledger.events AS e
WHERE e.organisation = $1 AND e.entry = 1
    AND e.position BETWEEN 1 AND (SELECT max(h.position) FROM ledger.heads AS h WHERE h.organisation = $1)
ORDER BY e.stream;

-- name: events
-- The entries of some streams up to a position.
SELECT position, stream, entry, recorded_at, body, hash
FROM ledger.events
WHERE organisation = $1 AND stream = ANY ($2::text[]) AND position BETWEEN 1 AND $3
ORDER BY stream, entry;

-- name: rows
-- The rows of some keys of one table.
SELECT :columns FROM read_models.:table WHERE organisation = $1 AND :key = ANY ($2::text[]);

-- name: keys
-- The keys of one table.
SELECT DISTINCT :key AS key FROM read_models.:table WHERE organisation = $1 ORDER BY 1;
