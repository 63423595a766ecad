-- name: founding
-- As what the first event founded a ledger, and how many clocks it has.
SELECT
    (SELECT e.content #>> '{data,kind}' FROM ledger.events AS e
        WHERE e.organisation = $1 AND e.position = 1 AND e.stream = $2
            AND e.content ->> 'type' = 'OrganisationFounded') AS founded,
    (SELECT count(*) FROM ledger.clocks AS c WHERE c.organisation = $1) AS clocks;
