-- name: checkpoint
-- The last position dealt with.
SELECT position FROM follower.checkpoint WHERE organisation = $1 AND name = $2;

-- name: beat
-- When the follower last said that it is alive.
SELECT beat_at FROM follower.checkpoint WHERE organisation = $1 AND name = $2;

-- name: advance
-- Remember a position, never going back, and that the follower is alive.
INSERT INTO follower.checkpoint (organisation, name, position, beat_at) VALUES ($1, $2, $3, now())
ON CONFLICT (organisation, name) DO UPDATE
SET position = greatest(checkpoint.position, excluded.position), beat_at = excluded.beat_at;

-- name: owe
-- Remember a wake that failed; a later position replaces an earlier one.
INSERT INTO follower.owed (organisation, file, position, since, attempts, error) VALUES ($1, $2, $3, now(), 1, $4)
ON CONFLICT (organisation, file) DO UPDATE
SET position = greatest(owed.position, excluded.position), attempts = owed.attempts + 1, error = excluded.error;

-- name: owed
-- The files owed a wake.
SELECT file, position FROM follower.owed WHERE organisation = $1 ORDER BY file;

-- name: settle
-- Forget a debt that was paid; one for a later position stays.
DELETE FROM follower.owed WHERE organisation = $1 AND file = $2 AND position <= $3;
