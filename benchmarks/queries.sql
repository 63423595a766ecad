-- name: fill_log
-- Write more than a run will, so that its log files exist beforehand.
CREATE TABLE public.fill AS SELECT repeat('x', 1000) FROM generate_series(1, 1500000);

-- name: drop_fill
-- Nobody reads it.
DROP TABLE public.fill;

-- name: checkpoint
-- Write out what is dirty and free the log for use again.
CHECKPOINT;

-- name: raw_table
-- What one would write first: events in a table, numbered, each stream's entries unique.
CREATE TABLE public.raw (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stream text NOT NULL,
    entry integer NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    body jsonb NOT NULL,
    UNIQUE (stream, entry)
);

-- name: raw_insert
-- One event, one commit.
INSERT INTO public.raw (stream, entry, body) VALUES ($1, $2, $3);

-- name: refused
-- Commands that were refused, whoever gave them.
SELECT count(*) FROM ledger.outcomes WHERE refusal IS NOT NULL;
