-- name: begin
-- One more, unless somebody works at one.
INSERT INTO workspace.verifications (organisation, person, run)
SELECT $1, $2, $3
WHERE NOT EXISTS (
    SELECT FROM workspace.verifications
    WHERE organisation = $1 AND ended_at IS NULL AND seen_at > clock_timestamp() - interval '15 seconds'
)
RETURNING run;

-- name: note
-- How far it has come; whether it is to go on.
UPDATE workspace.verifications SET done = $3, total = $4, seen_at = clock_timestamp()
WHERE organisation = $1 AND run = $2
RETURNING NOT stop;

-- name: stop
-- Those that are under way are to stop.
UPDATE workspace.verifications SET stop = true WHERE organisation = $1 AND ended_at IS NULL;

-- name: end
-- What came of it.
UPDATE workspace.verifications
SET ended_at = clock_timestamp(), outcome = $3, position = $4, hash = $5, findings = $6
WHERE organisation = $1 AND run = $2;

-- name: latest
-- The last one that was begun.
SELECT run, person, begun_at, done, total, ended_at, outcome, position, hash, findings,
    ended_at IS NULL AND seen_at > clock_timestamp() - interval '15 seconds' AS alive
FROM workspace.verifications WHERE organisation = $1 ORDER BY begun_at DESC LIMIT 1;

-- name: last_through
-- The last one that came to its end.
SELECT run, person, begun_at, done, total, ended_at, outcome, position, hash, findings, false AS alive
FROM workspace.verifications WHERE organisation = $1 AND outcome IN ('holds', 'fails')
ORDER BY ended_at DESC LIMIT 1;
