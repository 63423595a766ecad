-- name: checkpoint
-- The last position dealt with, and its hash where it is known.
SELECT position, hash FROM follower.checkpoint WHERE organisation = $1 AND name = $2;

-- name: beat
-- When the follower last said that it is alive.
SELECT beat_at FROM follower.checkpoint WHERE organisation = $1 AND name = $2;

-- name: advance
-- Remember a position, never going back, and that the follower is alive.
INSERT INTO follower.checkpoint (organisation, name, position, hash, beat_at) VALUES ($1, $2, $3, $4, now())
ON CONFLICT (organisation, name) DO UPDATE SET
    position = greatest(checkpoint.position, excluded.position),
    hash = CASE WHEN excluded.position >= checkpoint.position THEN excluded.hash ELSE checkpoint.hash END,
    beat_at = excluded.beat_at;

-- name: rewind
-- The ledger went back to a position: read it anew from the first event, and owe nobody a wake for what is lost.
WITH owed AS (
    UPDATE follower.owed SET position = $3 WHERE organisation = $1 AND position > $3
)
UPDATE follower.checkpoint SET position = 0, hash = NULL WHERE organisation = $1 AND name = $2;

-- name: owe
-- Remember a wake that failed; a later position replaces an earlier one.
INSERT INTO follower.owed (organisation, file, position, since, attempts, error) VALUES ($1, $2, $3, now(), 1, $4)
ON CONFLICT (organisation, file) DO UPDATE
SET position = greatest(owed.position, excluded.position), attempts = owed.attempts + 1, error = excluded.error;

-- name: owed
-- The files owed a wake, and why.
SELECT file, position, error FROM follower.owed WHERE organisation = $1 ORDER BY file;

-- name: settle
-- Forget a debt that was paid; one for a later position stays.
DELETE FROM follower.owed WHERE organisation = $1 AND file = $2 AND position <= $3;
