-- name: expire
-- Whoever sends one sweeps out what is too old, whosever it is.
DELETE FROM workspace.sheets WHERE made_at < now() - $1::interval;

-- name: make
-- A sheet; nothing where it is there already: the form was sent twice.
INSERT INTO workspace.sheets (organisation, person, job, kind, name, content, cells, columns)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT DO NOTHING;

-- name: find
-- A sheet of somebody.
SELECT job, kind, name, cells, columns, zeros, tried, made_at FROM workspace.sheets
WHERE organisation = $1 AND person = $2 AND job = $3 AND made_at >= now() - $4::interval;

-- name: content
-- A sheet as it was sent.
SELECT content FROM workspace.sheets WHERE organisation = $1 AND person = $2 AND job = $3;

-- name: of
-- What somebody has sent, the last first.
SELECT job, kind, name, made_at FROM workspace.sheets
WHERE organisation = $1 AND person = $2 AND made_at >= now() - $3::interval
ORDER BY made_at DESC, job LIMIT 20;

-- name: read_as
-- Which column is what, whether zeros are put back, and what would become of each row then.
UPDATE workspace.sheets SET columns = $4, zeros = $5, tried = $6
WHERE organisation = $1 AND person = $2 AND job = $3;

-- name: remember
-- What headings are taken for from now on.
INSERT INTO workspace.headings (organisation, person, kind, heading, field)
SELECT $1, $2, $3, one.heading, one.field FROM unnest($4::text[], $5::text[]) AS one (heading, field)
ON CONFLICT (organisation, kind, heading) DO UPDATE SET person = excluded.person, field = excluded.field;

-- name: remembered
-- What headings were taken for.
SELECT heading, field FROM workspace.headings WHERE organisation = $1 AND kind = $2;
