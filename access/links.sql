-- name: make
-- A new link.
INSERT INTO access.links (digest, purpose, account, organisation, person, subject, place, ends_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, coalesce($8::timestamptz, now() + $9::interval));

-- name: find
-- A link that has not ended.
SELECT purpose, account, organisation, person, subject, place, ends_at FROM access.links
WHERE digest = $1 AND ends_at > now();

-- name: use_up
-- The same, for the last time.
DELETE FROM access.links WHERE digest = $1 AND ends_at > now()
RETURNING purpose, account, organisation, person, subject, place, ends_at;

-- name: end_of
-- No link of an account for this purpose is good any more.
DELETE FROM access.links WHERE account = $1 AND purpose = ANY ($2::text[]);

-- name: sweep
-- Links that are over.
DELETE FROM access.links WHERE ends_at < now();
