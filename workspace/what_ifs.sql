-- name: expire
-- Questions that were asked so long ago are kept no more.
DELETE FROM workspace.what_ifs WHERE asked_at < now() - $1::interval;

-- name: ask
-- A question; the same id again changes nothing.
INSERT INTO workspace.what_ifs (organisation, person, question, typed) VALUES ($1, $2, $3, $4)
ON CONFLICT (organisation, person, question) DO NOTHING;

-- name: find
-- How far its answer has come.
SELECT question, typed, replayed, streams, last, files, decisions, differing, ended
FROM workspace.what_ifs WHERE organisation = $1 AND person = $2 AND question = $3;

-- name: note
-- It has come further, from where it was found ($4): whoever did the same meanwhile is not counted twice.
UPDATE workspace.what_ifs
SET replayed = $5, streams = $6, last = $7, files = $8, decisions = $9, differing = $10::text[], ended = $11
WHERE organisation = $1 AND person = $2 AND question = $3 AND last = $4 AND NOT ended;

-- name: stop
-- It goes no further.
UPDATE workspace.what_ifs SET ended = true WHERE organisation = $1 AND person = $2 AND question = $3;
