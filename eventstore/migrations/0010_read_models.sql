-- Read models: folded from the ledger, thrown away and rebuilt at will. They hold no name and no free text
-- about people, only ids into the vault. Their rows and their checkpoint change in one transaction.
CREATE SCHEMA read_models;
CREATE SCHEMA read_models_shadow;
COMMENT ON SCHEMA read_models_shadow IS 'Where a rebuild fills new tables before they take the place of the old ones.';

CREATE TABLE read_models.checkpoints (
    organisation text COLLATE "C" NOT NULL,
    model text COLLATE "C" NOT NULL,
    position bigint NOT NULL DEFAULT 0,
    recorded_at timestamptz,
    stopped_at bigint,
    stopped_since timestamptz,
    error text,
    PRIMARY KEY (organisation, model)
);
COMMENT ON COLUMN read_models.checkpoints.recorded_at IS 'When the ledger recorded the last event folded.';
COMMENT ON COLUMN read_models.checkpoints.stopped_at IS 'The position of the event that this model cannot fold.';

CREATE TABLE read_models.portfolio (
    organisation text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    name text NOT NULL,
    territory text NOT NULL,
    region text COLLATE "C" NOT NULL,
    programme text NOT NULL,
    rulebook text NOT NULL,
    object text NOT NULL,
    cooperation_type text NOT NULL,
    economic_model text NOT NULL,
    origin text NOT NULL,
    managers text[] NOT NULL,
    phase text NOT NULL,
    pass_number integer NOT NULL,
    entered_at text NOT NULL,
    status text NOT NULL,
    last_contact_at text,
    next_deadline text,
    next_deadline_fr text,
    next_deadline_en text,
    next_due_on date,
    next_overdue_from timestamptz,
    closing text,
    position bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (organisation, file)
);

CREATE TABLE read_models.sheet (
    organisation text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    content jsonb NOT NULL,
    PRIMARY KEY (organisation, file)
);

CREATE TABLE read_models.timeline (
    organisation text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    entry integer NOT NULL,
    position bigint NOT NULL,
    type text NOT NULL,
    effective_at text NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor text NOT NULL,
    command_id text NOT NULL,
    correlation text NOT NULL,
    rulebook text,
    details jsonb NOT NULL,
    PRIMARY KEY (organisation, file, entry)
);

CREATE TABLE read_models.tasks (
    organisation text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    subject text COLLATE "C" NOT NULL,
    name_fr text,
    name_en text,
    since timestamptz NOT NULL,
    due_on date,
    overdue_from timestamptz,
    region text NOT NULL,
    persons text[] NOT NULL,
    roles text[] NOT NULL,
    PRIMARY KEY (organisation, file, kind, subject, roles)
);
COMMENT ON COLUMN read_models.tasks.since IS 'From when it waits; before that instant nobody is shown it.';

CREATE TABLE read_models.agenda (
    organisation text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    occurrence text COLLATE "C" NOT NULL,
    deadline text NOT NULL,
    name_fr text NOT NULL,
    name_en text NOT NULL,
    due_at timestamptz NOT NULL,
    due_on date NOT NULL,
    overdue_from timestamptz NOT NULL,
    silent boolean NOT NULL,
    next_rung_at timestamptz,
    managers text[] NOT NULL,
    rulebook text NOT NULL,
    PRIMARY KEY (organisation, file, occurrence)
);
CREATE INDEX agenda_by_due ON read_models.agenda (organisation, due_at);
CREATE INDEX agenda_by_rung ON read_models.agenda (organisation, next_rung_at) WHERE next_rung_at IS NOT NULL;
COMMENT ON COLUMN read_models.agenda.silent IS 'Whether the file is paused or waits for an abandonment to be settled.';
COMMENT ON COLUMN read_models.agenda.next_rung_at IS 'The earliest rung that is still to be sent; it may have passed.';

CREATE TABLE read_models.people (
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    language text NOT NULL,
    PRIMARY KEY (organisation, person)
);
COMMENT ON TABLE read_models.people IS 'Who is known; name and email are places in the vault.';

CREATE TABLE read_models.grants (
    organisation text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    role text NOT NULL,
    region text COLLATE "C",
    since date NOT NULL,
    until date,
    revoked_at timestamptz,
    number integer NOT NULL,
    PRIMARY KEY (organisation, id)
);
COMMENT ON COLUMN read_models.grants.number IS 'Its place in the order of granting, from 1.';

GRANT USAGE ON SCHEMA read_models, read_models_shadow TO escale_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA read_models TO escale_service;
