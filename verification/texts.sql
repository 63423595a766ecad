-- name: texts
-- What lies in some places of the vault, and whether each was erased, seen in one instant.
SELECT w.id, s.command_id, s.subject, s.value, s.key, e.id IS NOT NULL AS erased
FROM unnest($2::text[]) AS w (id)
LEFT JOIN vault.secrets AS s ON s.organisation = $1 AND s.id = w.id
LEFT JOIN vault.erased AS e ON e.organisation = $1 AND e.id = w.id;

-- name: places
-- The places of an organisation, in order.
SELECT id FROM vault.secrets WHERE organisation = $1 AND id > $2 ORDER BY id LIMIT $3;

-- name: belongs
-- Whether an event of a command refers to a place.
SELECT 1
FROM ledger.outcomes AS o
JOIN ledger.events AS e
    ON e.organisation = o.organisation AND e.position BETWEEN o.first_position AND o.last_position AND e.position > 0
WHERE o.organisation = $1 AND o.command_id = $3
    AND e.content @? ('strict $.data.** ? (@.type() == "object" && @.vault == ' || to_jsonb($2::text)::text || ')')::jsonpath
LIMIT 1;

-- name: strangers
-- Those of some places to which no event of the command that brought them refers.
SELECT s.id, s.command_id
FROM vault.secrets AS s
WHERE s.organisation = $1 AND s.id = ANY ($2::text[])
    AND NOT EXISTS (
        SELECT FROM ledger.outcomes AS o
        JOIN ledger.heads AS h ON h.organisation = o.organisation
        JOIN ledger.events AS e ON e.organisation = o.organisation
            AND e.position BETWEEN greatest(o.first_position, 1) AND least(o.last_position, h.position)
        WHERE o.organisation = s.organisation AND o.command_id = s.command_id
            AND e.content @? ('strict $.data.** ? (@.type() == "object" && @.vault == ' || to_jsonb(s.id)::text || ')')::jsonpath
    )
ORDER BY s.id;
