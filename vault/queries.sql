-- name: reveal
-- Values with their keys, and the digest that the ledger holds of each.
SELECT s.id, s.value, s.key, (
    SELECT held.digest #>> '{}'
    FROM ledger.outcomes AS o
    JOIN ledger.heads AS h ON h.organisation = o.organisation
    JOIN ledger.events AS e ON e.organisation = o.organisation
        AND e.position BETWEEN greatest(o.first_position, 1) AND least(o.last_position, h.position)
    CROSS JOIN jsonb_path_query(
        e.content, '$.data.** ? (@.vault == $id).digest', jsonb_build_object('id', s.id)
    ) AS held (digest)
    WHERE o.organisation = s.organisation AND o.command_id = s.command_id
    LIMIT 1
) AS digest
FROM vault.secrets AS s
WHERE s.organisation = $1 AND s.id = ANY ($2::text[]);

-- name: erase
-- Forget a person.
SELECT vault.erase($1, $2);
