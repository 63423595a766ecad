-- name: keep
-- Keep a list under a name; the one before of that name goes. Nothing is kept beyond so many ($5).
INSERT INTO workspace.views (organisation, person, name, question)
SELECT $1, $2, $3, $4
WHERE (SELECT count(*) FROM workspace.views WHERE organisation = $1 AND person = $2 AND name <> $3) < $5
ON CONFLICT (organisation, person, name) DO UPDATE SET question = excluded.question, kept_at = now()
RETURNING name;

-- name: of
-- What somebody keeps, by name.
SELECT name, question FROM workspace.views WHERE organisation = $1 AND person = $2 ORDER BY lower(name), name;

-- name: drop
-- It is kept no more.
DELETE FROM workspace.views WHERE organisation = $1 AND person = $2 AND name = $3;

-- name: look
-- Somebody looks at a page now ($4); a look is never taken back.
INSERT INTO workspace.looks (organisation, person, page, looked_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (organisation, person, page)
DO UPDATE SET looked_at = greatest(workspace.looks.looked_at, excluded.looked_at);

-- name: looked
-- When somebody last looked at a page.
SELECT looked_at FROM workspace.looks WHERE organisation = $1 AND person = $2 AND page = $3;
