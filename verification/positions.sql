-- name: outside
-- Events before the first position, or beyond the head as it is in the same instant.
SELECT e.position, e.stream, h.position AS head
FROM (SELECT max(position) AS position FROM ledger.heads WHERE organisation = $1) AS h
JOIN ledger.events AS e ON e.organisation = $1 AND (e.position < 1 OR e.position > h.position)
ORDER BY e.position LIMIT 1000;

-- name: twice
-- Positions of a stretch that several events have.
SELECT position, count(*) AS times
FROM ledger.events WHERE organisation = $1 AND position > $2 AND position <= $3
GROUP BY position HAVING count(*) > 1
ORDER BY position;

-- name: heads
-- How many heads an organisation has.
SELECT count(*) AS heads FROM ledger.heads WHERE organisation = $1;

-- name: headless
-- Organisations that some table knows, and ledger.heads does not. Events are skipped through by their key.
WITH RECURSIVE names (organisation) AS (
    (SELECT organisation FROM ledger.events ORDER BY organisation LIMIT 1)
    UNION ALL
    SELECT (SELECT e.organisation FROM ledger.events AS e WHERE e.organisation > names.organisation
        ORDER BY e.organisation LIMIT 1)
    FROM names WHERE names.organisation IS NOT NULL
)
SELECT min(known.place) AS place, known.organisation
FROM (
    SELECT 'ledger.events' AS place, organisation FROM names WHERE organisation IS NOT NULL
    UNION SELECT 'ledger.outcomes', organisation FROM ledger.outcomes
    UNION SELECT 'ledger.clocks', organisation FROM ledger.clocks
    UNION SELECT 'vault.secrets', organisation FROM vault.secrets
    UNION SELECT 'mail.outbox', organisation FROM mail.outbox
    UNION SELECT 'follower.checkpoint', organisation FROM follower.checkpoint
    UNION SELECT 'read_models.checkpoints', organisation FROM read_models.checkpoints
) AS known
WHERE NOT EXISTS (SELECT FROM ledger.heads AS h WHERE h.organisation = known.organisation)
GROUP BY known.organisation
ORDER BY known.organisation;
