-- Whatever reads events reads positions 1 to the head, and no other: what lies outside was not appended.

-- name: head
-- Where a ledger ends.
SELECT organisation, kind, position, hash, recorded_at FROM ledger.heads WHERE organisation = $1;

-- name: organisations
-- Everybody who has a ledger.
SELECT organisation FROM ledger.heads ORDER BY organisation;

-- name: found
-- Create an empty ledger.
SELECT kind, founded FROM ledger.found($1, $2, $3);

-- name: append
-- Append many commands under one lock and one flush.
SELECT recorded, before, verdicts, found_entries FROM ledger.append(
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
    $22, $23, $24, $25, $26, $27, $28, $29
);

-- name: known_commands
-- What became of commands that were handled before, with the digests that recognise them.
SELECT
    o.command_id, o.actor, o.recorded_at, o.stream, o.first_position, o.last_position, o.refusal, o.digest, k.key
FROM ledger.outcomes AS o
LEFT JOIN vault.command_keys AS k USING (organisation, command_id)
WHERE o.organisation = $1 AND o.command_id = ANY ($2::text[]);

-- name: outcome
-- What became of one command.
SELECT command_id, actor, recorded_at, stream, first_position, last_position, refusal
FROM ledger.outcomes WHERE organisation = $1 AND command_id = $2;

-- name: refused
-- A page of the commands that were refused, the latest first.
SELECT command_id, actor, recorded_at, stream, first_position, last_position, refusal, refusal_number, at_position
FROM ledger.outcomes
WHERE organisation = $1 AND refusal_number < coalesce($2::bigint, 9223372036854775807)
ORDER BY refusal_number DESC LIMIT $3;

-- name: refused_about
-- The commands about some streams that were refused.
SELECT command_id, actor, recorded_at, stream, first_position, last_position, refusal, refusal_number, at_position
FROM ledger.outcomes
WHERE organisation = $1 AND stream COLLATE "C" = ANY ($2::text[]) AND refusal_number IS NOT NULL
ORDER BY refusal_number;

-- name: read_streams
-- The entries of several streams, of each after the entry given. OFFSET 0 keeps each stream to its own index: a plan that
-- is kept for any streams would else read the whole ledger as long as there are no statistics.
SELECT e.position, e.stream, e.entry, e.recorded_at, e.body, e.hash
FROM unnest($2::text[], $3::integer[]) AS wanted (stream, after)
CROSS JOIN LATERAL (
    SELECT position, stream, entry, recorded_at, body, hash FROM ledger.events
    WHERE organisation = $1 AND stream = wanted.stream AND entry > wanted.after OFFSET 0
) AS e
WHERE e.position BETWEEN 1 AND (SELECT max(h.position) FROM ledger.heads AS h WHERE h.organisation = $1)
ORDER BY e.stream, e.entry;

-- name: read
-- A page of the ledger in order.
SELECT position, stream, entry, recorded_at, body, hash
FROM ledger.events
WHERE organisation = $1 AND position > $2 AND position > 0
    AND position <= (SELECT max(h.position) FROM ledger.heads AS h WHERE h.organisation = $1)
ORDER BY position LIMIT $3;

-- name: streams
-- The streams whose names lie in a range.
SELECT stream FROM ledger.events
WHERE organisation = $1 AND entry = 1 AND stream >= $2 AND stream < $2 || U&'\+10FFFF'
    AND position BETWEEN 1 AND (SELECT max(h.position) FROM ledger.heads AS h WHERE h.organisation = $1)
ORDER BY stream;

-- name: last_positions
-- A page of the streams whose names lie in a range and come after a name, each with its last position.
WITH page AS MATERIALIZED (
    SELECT stream FROM ledger.events
    WHERE organisation = $1 AND entry = 1 AND stream >= $2 AND stream < $2 || U&'\+10FFFF' AND stream > $3
        AND position BETWEEN 1 AND (SELECT max(h.position) FROM ledger.heads AS h WHERE h.organisation = $1)
    ORDER BY stream LIMIT $4
)
SELECT page.stream, last.position FROM page
CROSS JOIN LATERAL (
    SELECT e.position FROM ledger.events AS e WHERE e.organisation = $1 AND e.stream = page.stream
        AND e.position <= (SELECT max(h.position) FROM ledger.heads AS h WHERE h.organisation = $1)
    ORDER BY e.entry DESC LIMIT 1
) AS last
ORDER BY page.stream;

-- name: streams_with
-- The streams with events of certain types under a programme, whatever the version of its rulebook, or under any.
SELECT DISTINCT stream FROM ledger.events
WHERE organisation = $1 AND content ->> 'type' = ANY ($2::text[])
    AND starts_with(content ->> 'rulebook', coalesce($3::text || '@', ''))
    AND position BETWEEN 1 AND (SELECT max(h.position) FROM ledger.heads AS h WHERE h.organisation = $1)
ORDER BY stream;

-- name: read_without
-- The entries of several streams but those of certain types. OFFSET 0: as above.
SELECT e.position, e.stream, e.entry, e.recorded_at, e.body, e.hash
FROM unnest($2::text[]) AS wanted (stream)
CROSS JOIN LATERAL (
    SELECT position, stream, entry, recorded_at, body, hash, content FROM ledger.events
    WHERE organisation = $1 AND stream = wanted.stream OFFSET 0
) AS e
WHERE e.content ->> 'type' <> ALL ($3::text[])
    AND e.position BETWEEN 1 AND (SELECT max(h.position) FROM ledger.heads AS h WHERE h.organisation = $1)
ORDER BY e.stream, e.entry;

-- name: audit
-- A page of the ledger with the jsonb beside each body; beyond the head too, for that is what an audit looks for.
SELECT position, stream, entry, recorded_at, body, hash, content::text AS content
FROM ledger.events WHERE organisation = $1 AND position > $2 AND position > 0 ORDER BY position LIMIT $3;

-- name: audit_end
-- The head and the last event that is really there, seen at one instant.
SELECT
    h.organisation, h.kind, h.position, h.hash, h.recorded_at,
    coalesce((SELECT max(e.position) FROM ledger.events AS e WHERE e.organisation = h.organisation), 0) AS last
FROM ledger.heads AS h WHERE h.organisation = $1;

-- name: notify
-- Say that ledgers have grown; a hint, never the truth.
SELECT pg_notify('ledger_grown', organisation) FROM unnest($1::text[]) AS organisation;

-- name: create_migrations
-- Where migrations are remembered.
CREATE SCHEMA IF NOT EXISTS migrations;
CREATE TABLE IF NOT EXISTS migrations.applied (
    number integer PRIMARY KEY,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);

-- name: lock_migrations
-- One migrates at a time; the others wait until it has finished.
SELECT pg_advisory_lock(hashtextextended('migrations', 0));

-- name: applied_migrations
-- What has been applied.
SELECT number, name, checksum FROM migrations.applied ORDER BY number;

-- name: record_migration
-- Remember one.
INSERT INTO migrations.applied (number, name, checksum) VALUES ($1, $2, $3);

-- name: service_login
-- The statement that lets the service's role in; its password comes as a verifier, never in clear.
SELECT format('ALTER ROLE escale_service LOGIN PASSWORD %L', $1::text);
