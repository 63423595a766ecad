-- name: read
-- What a simulation's clock shows, and where it is being taken.
SELECT now, target FROM ledger.clocks WHERE organisation = $1;

-- name: create
-- Set the clock of a simulation that nobody has lived in yet.
UPDATE ledger.clocks SET now = $2, target = $2
FROM ledger.heads WHERE clocks.organisation = $1 AND heads.organisation = $1 AND heads.position = 0;

-- name: aim
-- Ask for a later time.
UPDATE ledger.clocks SET target = greatest(target, $2) WHERE organisation = $1;

-- name: stop
-- Ask for no later time than it shows.
UPDATE ledger.clocks SET target = now WHERE organisation = $1;

-- name: show
-- Let it show a time; it never goes back.
UPDATE ledger.clocks SET now = greatest(now, $2), target = greatest(target, $2) WHERE organisation = $1;
