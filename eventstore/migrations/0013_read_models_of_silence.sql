-- What moved a date, which silence may count, and when another occurrence takes a deadline's place.

ALTER TABLE read_models.agenda
    ADD COLUMN moves text[] NOT NULL DEFAULT '{}',
    ADD COLUMN clipped integer,
    ADD COLUMN ends_at timestamptz,
    ADD COLUMN silence_at timestamptz,
    ADD COLUMN silence_on date,
    ADD COLUMN silence_from timestamptz,
    ADD COLUMN silence_counts_as text,
    ADD COLUMN silence_held_back text;
COMMENT ON COLUMN read_models.agenda.moves IS 'Each move as its cause, its rule (- for an extension), from which day to which.';
COMMENT ON COLUMN read_models.agenda.clipped IS 'The day of the month counted from, where the month of the due day is too short.';
COMMENT ON COLUMN read_models.agenda.silence_at IS 'When silence counts at the earliest, unless an outage puts it off.';

ALTER TABLE read_models.tasks ADD COLUMN ends_at timestamptz;
COMMENT ON COLUMN read_models.tasks.ends_at IS 'From when on another occurrence waits in its place.';
