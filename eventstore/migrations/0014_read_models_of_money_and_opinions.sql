-- Reviews, fundings and envelopes as people look them up; tasks that wait for whoever holds a role, but for some.
-- Amounts are integer euro cents.

CREATE TABLE read_models.reviews (
    organisation text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    review text COLLATE "C" NOT NULL,
    cooperation text COLLATE "C" NOT NULL,
    name text NOT NULL,
    region text COLLATE "C" NOT NULL,
    managers text[] NOT NULL,
    rulebook text NOT NULL,
    question text NOT NULL,
    question_fr text NOT NULL,
    question_en text NOT NULL,
    panel text NOT NULL,
    panel_fr text NOT NULL,
    panel_en text NOT NULL,
    mode text NOT NULL,
    funding text,
    amendment text,
    resubmits text,
    status text NOT NULL,
    opened_by text NOT NULL,
    opened_at text NOT NULL,
    ended_at text,
    dossier integer NOT NULL,
    involved text[] NOT NULL,
    effective integer NOT NULL,
    present integer NOT NULL,
    quorum integer NOT NULL,
    next_deadline text,
    next_deadline_fr text,
    next_deadline_en text,
    next_due_on date,
    next_overdue_from timestamptz,
    position bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (organisation, file)
);
COMMENT ON COLUMN read_models.reviews.involved IS 'Who has or had a seat, and delegates: they may look the review up.';
COMMENT ON COLUMN read_models.reviews.present IS 'Opinions that count so far; effective is how many sit.';

CREATE TABLE read_models.fundings (
    organisation text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    funding text COLLATE "C" NOT NULL,
    cooperation text COLLATE "C" NOT NULL,
    name text NOT NULL,
    region text COLLATE "C" NOT NULL,
    managers text[] NOT NULL,
    rulebook text NOT NULL,
    instrument text NOT NULL,
    instrument_fr text NOT NULL,
    instrument_en text NOT NULL,
    fast_track boolean NOT NULL,
    beneficiary text NOT NULL,
    status text NOT NULL,
    requested_by text NOT NULL,
    requested_at text NOT NULL,
    requested_cents bigint NOT NULL,
    eligible boolean NOT NULL,
    decided_at text,
    granted_cents bigint,
    until date,
    reserved_cents bigint NOT NULL,
    paid_cents bigint NOT NULL,
    released_cents bigint NOT NULL,
    reclaimed_cents bigint NOT NULL,
    refunded_cents bigint NOT NULL,
    next_deadline text,
    next_deadline_fr text,
    next_deadline_en text,
    next_due_on date,
    next_overdue_from timestamptz,
    position bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (organisation, file)
);
COMMENT ON COLUMN read_models.fundings.granted_cents IS 'As amended; NULL until it is granted.';
COMMENT ON COLUMN read_models.fundings.reserved_cents IS 'Set aside and not paid.';

CREATE TABLE read_models.envelopes (
    organisation text COLLATE "C" NOT NULL,
    envelope text COLLATE "C" NOT NULL,
    programme text COLLATE "C" NOT NULL,
    instrument text COLLATE "C" NOT NULL,
    fast_track boolean NOT NULL,
    year text COLLATE "C" NOT NULL,
    rulebook text NOT NULL,
    allotted_cents bigint NOT NULL,
    carried_in_cents bigint NOT NULL,
    carried_out_cents bigint NOT NULL,
    reserved_cents bigint NOT NULL,
    consumed_cents bigint NOT NULL,
    balance_cents bigint NOT NULL,
    fundings integer NOT NULL,
    fundings_per_year integer,
    payments_cents bigint,
    paid_cents bigint NOT NULL,
    PRIMARY KEY (organisation, envelope)
);
COMMENT ON COLUMN read_models.envelopes.payments_cents IS 'What may be paid in the year; NULL where nothing bounds it.';

ALTER TABLE read_models.agenda ADD COLUMN subject text;
COMMENT ON COLUMN read_models.agenda.subject IS 'The stakeholder, experiment, report, condition or tranche it is about.';

ALTER TABLE read_models.tasks
    ADD COLUMN except_for text[] NOT NULL DEFAULT '{}',
    ALTER COLUMN region DROP NOT NULL,
    DROP CONSTRAINT tasks_pkey,
    ADD PRIMARY KEY (organisation, file, kind, subject, roles, persons);
COMMENT ON COLUMN read_models.tasks.region IS 'Where roles count; NULL: anywhere.';
COMMENT ON COLUMN read_models.tasks.except_for IS 'Whom it does not wait for, whatever their roles: their own proposal.';

GRANT SELECT, INSERT, UPDATE, DELETE ON read_models.reviews, read_models.fundings, read_models.envelopes
    TO escale_service;
