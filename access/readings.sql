-- name: note
-- Who read what.
INSERT INTO access.readings (organisation, person, what, file) VALUES ($1, $2, $3, $4);

-- name: latest
-- A page of an organisation's, the newest first.
SELECT id, at, person, what, file FROM access.readings
WHERE organisation = $1 AND ($2::bigint IS NULL OR id < $2)
ORDER BY id DESC LIMIT $3;

-- name: sweep
-- Forget the old ones.
DELETE FROM access.readings WHERE at < now() - $1::interval;
