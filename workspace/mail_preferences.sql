-- name: choose
-- A digest on a weekday; what was told stays told.
INSERT INTO workspace.digests (organisation, person, weekday, told_position, told_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (organisation, person) DO UPDATE SET weekday = excluded.weekday;

-- name: end_digest
-- No more digests.
DELETE FROM workspace.digests WHERE organisation = $1 AND person = $2;

-- name: digests
-- Who wants one when.
SELECT person, weekday, told_position, told_at FROM workspace.digests WHERE organisation = $1 ORDER BY person;

-- name: told
-- How far somebody was told; never less than before.
UPDATE workspace.digests
SET told_position = greatest(told_position, $3), told_at = greatest(told_at, $4)
WHERE organisation = $1 AND person = $2;

-- name: wish
-- Follow or mute a cooperation.
INSERT INTO workspace.followed_files (organisation, person, file, wish) VALUES ($1, $2, $3, $4)
ON CONFLICT (organisation, person, file) DO UPDATE SET wish = excluded.wish;

-- name: wish_nothing
-- Neither.
DELETE FROM workspace.followed_files WHERE organisation = $1 AND person = $2 AND file = $3;

-- name: wishes
-- What somebody follows and mutes.
SELECT file, wish FROM workspace.followed_files WHERE organisation = $1 AND person = $2 ORDER BY file;
