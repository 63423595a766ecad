-- name: reveal
-- Values with their keys, and the digest that the ledger holds of each. Written so that the planner finds events by their
-- positions: asked for the first of them, it reads all events for each value as long as it has no statistics.
SELECT s.id, s.value, s.key, (
    SELECT max(held.digest #>> '{}')
    FROM (
        SELECT e.content
        FROM ledger.outcomes AS o
        JOIN ledger.heads AS h ON h.organisation = o.organisation
        JOIN ledger.events AS e ON e.organisation = o.organisation
            AND e.position BETWEEN o.first_position AND o.last_position
        WHERE o.organisation = $1 AND o.command_id = s.command_id AND e.position BETWEEN 1 AND h.position
    ) AS told
    CROSS JOIN jsonb_path_query(
        told.content, '$.data.** ? (@.vault == $id).digest', jsonb_build_object('id', s.id)
    ) AS held (digest)
) AS digest
FROM vault.secrets AS s
WHERE s.organisation = $1 AND s.id = ANY ($2::text[]);

-- name: erase
-- Forget a person.
SELECT vault.erase($1, $2);
