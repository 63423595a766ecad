-- name: of_commands
-- The outcomes of some commands.
SELECT command_id, actor, recorded_at, stream, first_position, last_position, refusal
FROM ledger.outcomes WHERE organisation = $1 AND command_id = ANY ($2::text[]);

-- name: outcomes
-- Outcomes in order; whether the first and the last event of each are its command's own; whether the key of a keyed
-- digest (its first byte says so) is gone though it has not ended by its age, and neither something of its command was
-- erased nor anybody whom it concerns.
SELECT
    o.command_id, o.first_position, o.last_position, o.refusal, o.refusal_number, o.at_position,
    coalesce(o.first_position BETWEEN 1 AND o.last_position AND o.last_position <= h.position
        AND first.content ->> 'command_id' = o.command_id AND last.content ->> 'command_id' = o.command_id, false) AS spans,
    substr(o.digest, 1, 1) = '\x01'
        AND NOT EXISTS (SELECT FROM vault.command_keys AS k
            WHERE k.command_id = o.command_id AND k.organisation = o.organisation)
        AND NOT EXISTS (SELECT FROM vault.erased AS e
            WHERE e.organisation = o.organisation
                AND (e.command_id = o.command_id OR vault.concerns(o.actor, o.refusal, e.subject)))
        AND o.recorded_at >= (SELECT vault.keys_ended_before($1)) AS key_is_gone
FROM ledger.outcomes AS o
JOIN (SELECT organisation, max(position) AS position FROM ledger.heads GROUP BY organisation) AS h
    ON h.organisation = o.organisation
LEFT JOIN ledger.events AS first ON first.organisation = o.organisation AND first.position = o.first_position
LEFT JOIN ledger.events AS last ON last.organisation = o.organisation AND last.position = o.last_position
WHERE o.organisation = $1 AND o.command_id > $2
ORDER BY o.command_id
LIMIT $3;

-- name: keys
-- Keys of digests whose commands have no outcome with a keyed digest, or of which something was erased.
SELECT k.command_id
FROM vault.command_keys AS k
LEFT JOIN ledger.outcomes AS o ON o.command_id = k.command_id AND o.organisation = k.organisation
WHERE k.organisation = $1
    AND (o.digest IS NULL OR substr(o.digest, 1, 1) <> '\x01' OR EXISTS (
        SELECT FROM vault.erased AS e WHERE e.organisation = k.organisation AND e.command_id = k.command_id))
ORDER BY k.command_id
LIMIT 1000;

-- name: refusals
-- Numbers that refusals ought to have, up to the head's count, and that none has; refusals without number, or beyond.
SELECT number, NULL AS command_id
FROM (SELECT generate_series(1, max(refusals)) AS number FROM ledger.heads WHERE organisation = $1) AS due
WHERE NOT EXISTS (
    SELECT FROM ledger.outcomes AS o WHERE o.organisation = $1 AND o.refusal_number = due.number)
UNION ALL
SELECT o.refusal_number, o.command_id
FROM ledger.outcomes AS o
WHERE o.organisation = $1 AND (o.refusal IS NULL) <> (o.refusal_number IS NULL)
    OR o.organisation = $1 AND o.refusal_number NOT BETWEEN 1
        AND (SELECT max(h.refusals) FROM ledger.heads AS h WHERE h.organisation = $1)
ORDER BY number NULLS LAST, command_id
LIMIT 1000;
