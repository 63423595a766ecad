-- name: reveal
-- Values with their keys, and the digest that the ledger holds of each. The events of each command are looked through
-- once, however many values it brought; OFFSET 0 has them found by their positions, whatever the planner takes their
-- number for.
WITH
wanted AS MATERIALIZED (
    SELECT id, value, key, command_id FROM vault.secrets WHERE organisation = $1 AND id = ANY ($2::text[])
),
told AS MATERIALIZED (
    SELECT asked.command_id, e.content
    FROM (SELECT DISTINCT command_id FROM wanted) AS asked
    JOIN ledger.outcomes AS o ON o.organisation = $1 AND o.command_id = asked.command_id
    CROSS JOIN LATERAL (
        SELECT position, content FROM ledger.events
        WHERE organisation = $1 AND position BETWEEN o.first_position AND o.last_position OFFSET 0
    ) AS e
    WHERE e.position BETWEEN 1 AND (SELECT max(h.position) FROM ledger.heads AS h WHERE h.organisation = $1)
),
held AS (
    SELECT told.command_id, one.field ->> 'vault' AS id, max(one.field ->> 'digest') AS digest
    FROM told
    CROSS JOIN jsonb_path_query(told.content, '$.data.** ? (exists (@.vault))') AS one (field)
    GROUP BY told.command_id, one.field ->> 'vault'
)
SELECT wanted.id, wanted.value, wanted.key, held.digest
FROM wanted LEFT JOIN held ON held.command_id = wanted.command_id AND held.id = wanted.id;

-- name: erase
-- Forget a person.
SELECT vault.erase($1, $2);

-- name: draw_import_secret
-- Keep a secret for whoever has none yet.
INSERT INTO vault.import_secrets (organisation, secret) VALUES ($1, $2) ON CONFLICT (organisation) DO NOTHING;

-- name: import_secret
-- An organisation's.
SELECT secret FROM vault.import_secrets WHERE organisation = $1;

-- name: end_command_keys
-- Destroy the keys of commands that nobody repeats any more.
SELECT vault.end_command_keys($1);
