-- name: lock
-- One rebuild at a time; the lock goes with its connection.
SELECT pg_try_advisory_lock(hashtextextended('read_models rebuild', 0));

-- name: unlock
-- Let the next one in.
SELECT pg_advisory_unlock(hashtextextended('read_models rebuild', 0));

-- name: begin
-- Empty tables in the shadow.
SELECT read_models.begin_rebuild($1);

-- name: page
-- Some files of a ledger, up to a position, file by file.
SELECT position, stream, entry, recorded_at, body, hash
FROM ledger.events
WHERE organisation = $1 AND (stream, entry) > ($2, $3) AND stream <= $4 AND position BETWEEN 1 AND $5
ORDER BY stream, entry
LIMIT $6;

-- name: chain
-- The first event of a stretch whose hash does not follow from the one before, how many there are, and the
-- last hash. The hash is laid down, byte by byte, in docs/ledger-format.md.
SELECT
    min(position) FILTER (WHERE hash <> due) AS broken, count(*) AS events, max(hash) FILTER (WHERE position = $3) AS last
FROM (
    SELECT position, hash, sha256(
        $5 || lag(hash, 1, $4) OVER (ORDER BY position) || int8send(position)
        || int8send((extract(epoch FROM recorded_at) * 1000000)::bigint) || sha256(body)
    ) AS due
    FROM ledger.events
    WHERE organisation = $1 AND position > $2 AND position > 0 AND position <= $3
) AS links;

-- name: patience
-- Give up sooner than readers would suffer.
SELECT set_config('lock_timeout', '500ms', true);

-- name: finish
-- The tables of the shadow take the place of their namesakes.
SELECT read_models.finish_rebuild($1);
