-- name: lock
-- One rebuild at a time; the lock goes with its connection.
SELECT pg_try_advisory_lock(hashtextextended('read_models rebuild', 0));

-- name: unlock
-- Let the next one in.
SELECT pg_advisory_unlock(hashtextextended('read_models rebuild', 0));

-- name: begin
-- Empty tables in the shadow.
SELECT read_models.begin_rebuild($1);

-- name: page
-- A ledger up to a position, file by file.
SELECT position, stream, entry, recorded_at, body, hash
FROM ledger.events
WHERE organisation = $1 AND (stream, entry) > ($2, $3) AND position <= $4
ORDER BY stream, entry
LIMIT $5;

-- name: patience
-- Give up sooner than readers would suffer.
SELECT set_config('lock_timeout', '500ms', true);

-- name: finish
-- The tables of the shadow take the place of their namesakes.
SELECT read_models.finish_rebuild($1);
