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

-- name: fill_portfolio
-- So many cooperations of eighteen regions, in four phases.
INSERT INTO read_models.portfolio (
    organisation, file, name, territory, region, programme, rulebook, object, cooperation_type, economic_model, origin,
    managers, phase, pass_number, entered_at, status, next_deadline, next_deadline_fr, next_deadline_en, next_due_on,
    next_overdue_from, position, recorded_at, sort_name, search, entered_on
)
SELECT
    $1, 'file-' || n, 'Coopération ' || n * 7919 % $2, 'Toulouse', 'region-' || n % 18, 'tec', 'tec@1', 'Menuiserie',
    'modelled', 'hybrid', 'collective-asks', ARRAY['p-' || n % 300], 'phase-' || n % 4, 1, '2026-01-05', 'active',
    'inactivity', 'Sans nouvelles', 'No news', date '2026-07-05' + n % 365, now(), n, now(),
    'cooperation ' || n * 7919 % $2, ' cooperation ' || n * 7919 % $2 || ' toulouse menuiserie p-' || n % 300 || ' ', date '2026-01-05'
FROM generate_series(1, $2::integer) AS n;

-- name: look_at_portfolio
-- Let the planner know what is there.
ANALYZE read_models.portfolio;

-- name: acts_performed
-- How many acts were done.
SELECT count(*) FROM ledger.events WHERE content ->> 'type' = 'ActPerformed';
