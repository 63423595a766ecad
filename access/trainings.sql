-- name: take_turn
-- One at a time of those that somebody has made from an organisation, until this transaction ends.
SELECT pg_advisory_xact_lock(hashtextextended($1 || '/' || $2, 84));

-- name: begin
-- That one is being made; the name of the one that they had begun just before, if they had.
WITH begun AS (
    SELECT organisation FROM access.trainings
    WHERE origin = $2 AND maker = $3 AND account IS NOT DISTINCT FROM $4 AND made_at > now() - $5::interval
    ORDER BY made_at DESC LIMIT 1
), noted AS (
    INSERT INTO access.trainings (organisation, origin, maker, account)
    SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM begun)
    RETURNING organisation
)
SELECT organisation FROM begun UNION ALL SELECT organisation FROM noted;

-- name: find
-- One of them.
SELECT organisation, origin, maker, account, seen_as, made_at FROM access.trainings WHERE organisation = $1;

-- name: of_origin
-- Those of an organisation that were really made, the latest first.
SELECT organisation, origin, maker, account, seen_as, made_at FROM access.trainings
WHERE origin = $1 AND EXISTS (SELECT FROM ledger.heads WHERE heads.organisation = trainings.organisation)
ORDER BY made_at DESC;

-- name: see_as
-- As whom its maker looks at it.
UPDATE access.trainings SET seen_as = $2 WHERE organisation = $1;

-- name: drop
-- Drop a simulation; refused for a real ledger.
SELECT ledger.drop_simulation($1);

-- name: thrown_away
-- From which organisation one was made that was thrown away a moment ago, and whose it was.
SELECT origin, account FROM ledger.dropped WHERE organisation = $1 AND origin IS NOT NULL;
