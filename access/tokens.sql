-- name: make
-- A new token; nothing where one of that id was made before.
INSERT INTO access.tokens (id, digest, organisation, person, account, name, scopes, ends_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, now() + $8::interval)
ON CONFLICT (id) DO NOTHING
RETURNING id;

-- name: find
-- A token that holds; that it was used is written down once a minute.
WITH found AS (
    SELECT id, organisation, person, account, name, scopes, made_at, ends_at, used_at FROM access.tokens
    WHERE digest = $1 AND ends_at > now()
), used AS (
    UPDATE access.tokens SET used_at = now()
    WHERE id = (SELECT id FROM found WHERE coalesce(used_at, '-infinity') < now() - interval '1 minute')
)
SELECT * FROM found;

-- name: of_person
-- The tokens of somebody that hold, the newest first.
SELECT id, organisation, person, account, name, scopes, made_at, ends_at, used_at FROM access.tokens
WHERE organisation = $1 AND person = $2 AND ends_at > now()
ORDER BY made_at DESC, id;

-- name: of_organisation
-- The same of everybody in an organisation.
SELECT id, organisation, person, account, name, scopes, made_at, ends_at, used_at FROM access.tokens
WHERE organisation = $1 AND ends_at > now()
ORDER BY made_at DESC, id;

-- name: end
-- No token any more: of an organisation, and of one person where one is named.
DELETE FROM access.tokens
WHERE id = $1 AND organisation = $2 AND ($3::text IS NULL OR person = $3)
RETURNING id;

-- name: sweep
-- Tokens that are over.
DELETE FROM access.tokens WHERE ends_at < now();
