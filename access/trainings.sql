-- name: note
-- That one was made.
INSERT INTO access.trainings (organisation, origin, maker, account) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING;

-- name: find
-- One of them.
SELECT organisation, origin, maker, account, seen_as, made_at FROM access.trainings WHERE organisation = $1;

-- name: of_origin
-- Those of an organisation, the latest first.
SELECT organisation, origin, maker, account, seen_as, made_at FROM access.trainings
WHERE origin = $1 ORDER BY made_at DESC;

-- name: see_as
-- As whom its maker looks at it.
UPDATE access.trainings SET seen_as = $2 WHERE organisation = $1;

-- name: drop
-- Drop a simulation; refused for a real ledger.
SELECT ledger.drop_simulation($1);
