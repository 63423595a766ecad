-- name: ensure
-- Read models that an organisation does not have yet begin before its first event.
INSERT INTO read_models.checkpoints (organisation, model)
SELECT $1, model FROM unnest($2::text[]) AS model
ON CONFLICT DO NOTHING;

-- name: checkpoints
-- How far each read model has come, and where the ledger ends.
SELECT c.model, c.position, c.recorded_at, c.stopped_at, c.stopped_since, c.error, h.position AS head,
    c.position <= h.position AND (c.hash IS NULL OR c.hash = coalesce((
        SELECT e.hash FROM ledger.events AS e WHERE e.organisation = c.organisation AND e.position = c.position
    ), '')) AS borne_out
FROM read_models.checkpoints AS c
JOIN ledger.heads AS h USING (organisation)
WHERE c.organisation = $1
ORDER BY c.model;

-- name: advance
-- Move read models on from a position; those stay that another process has moved, or that have stopped.
UPDATE read_models.checkpoints SET position = $4, recorded_at = $5, hash = $6
WHERE organisation = $1 AND model = ANY ($2::text[]) AND position = $3 AND stopped_at IS NULL
RETURNING model;

-- name: stop
-- Remember the event that a read model cannot fold.
UPDATE read_models.checkpoints SET stopped_at = $4, stopped_since = now(), error = $5
WHERE organisation = $1 AND model = $2 AND position = $3 AND stopped_at IS NULL;

-- name: retry
-- Try again what had stopped: this program may be able to fold it.
UPDATE read_models.checkpoints SET stopped_at = NULL, stopped_since = NULL, error = NULL
WHERE stopped_at IS NOT NULL;

-- name: hold
-- Nobody moves a read model on until this transaction ends; reading goes on.
LOCK TABLE read_models.checkpoints IN EXCLUSIVE MODE;

-- name: arrive
-- Rebuilt read models have come to a position.
INSERT INTO read_models.checkpoints (organisation, model, position, recorded_at, hash)
SELECT $1, model, $3, $4, $5 FROM unnest($2::text[]) AS model
ON CONFLICT (organisation, model) DO UPDATE SET
    position = excluded.position, recorded_at = excluded.recorded_at, hash = excluded.hash,
    stopped_at = NULL, stopped_since = NULL, error = NULL;

-- name: aim
-- Which schema the tables of this transaction lie in. Rows that can be folded again need not wait for the disk.
SELECT set_config('search_path', $1, true), set_config('synchronous_commit', 'off', true);
