-- name: note
-- Who read what.
INSERT INTO access.readings (organisation, person, what, file) VALUES ($1, $2, $3, $4);

-- name: latest
-- The last ones, the newest first.
SELECT at, person, what, file FROM access.readings WHERE organisation = $1 ORDER BY id DESC LIMIT $2;

-- name: sweep
-- Forget the old ones.
DELETE FROM access.readings WHERE at < now() - $1::interval;
