-- name: make
-- A job; nothing where it is there already: the form was sent twice.
INSERT INTO workspace.jobs (organisation, person, job, command, typed) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING
RETURNING true;

-- name: items
-- Its files, in their order.
INSERT INTO workspace.job_items (organisation, person, job, number, file)
SELECT $1, $2, $3, one.number, one.file FROM unnest($4::text[]) WITH ORDINALITY AS one (file, number);

-- name: find
-- A job of somebody.
SELECT job, command, typed, made_at FROM workspace.jobs WHERE organisation = $1 AND person = $2 AND job = $3;

-- name: progress
-- What became of its files.
SELECT file, outcome, said_fr, said_en FROM workspace.job_items
WHERE organisation = $1 AND person = $2 AND job = $3 ORDER BY number;

-- name: settle
-- What became of some of them.
UPDATE workspace.job_items AS item SET outcome = one.outcome, said_fr = one.said_fr, said_en = one.said_en
FROM unnest($4::text[], $5::text[], $6::text[], $7::text[]) AS one (file, outcome, said_fr, said_en)
WHERE item.organisation = $1 AND item.person = $2 AND item.job = $3 AND item.file = one.file;
