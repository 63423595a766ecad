-- What an audit looks at: verifications that somebody had made, commands that were refused.

CREATE TABLE workspace.verifications (
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    run text COLLATE "C" NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    done bigint NOT NULL DEFAULT 0,
    total bigint NOT NULL DEFAULT 0,
    stop boolean NOT NULL DEFAULT false,
    ended_at timestamptz,
    outcome text CHECK (outcome IN ('holds', 'fails', 'stopped')),
    position bigint,
    hash bytea,
    findings text,
    PRIMARY KEY (organisation, run)
);
COMMENT ON TABLE workspace.verifications IS 'Verifications of a ledger that somebody had made, and what was found.';
COMMENT ON COLUMN workspace.verifications.seen_at IS 'When whoever works at it last said so.';
COMMENT ON COLUMN workspace.verifications.findings IS 'A JSON array of sentences and remedies, in French and English.';
GRANT SELECT, INSERT, UPDATE, DELETE ON workspace.verifications TO escale_service;

CREATE INDEX outcomes_refused ON ledger.outcomes (organisation, recorded_at DESC, command_id DESC)
    WHERE refusal IS NOT NULL;

COMMENT ON TABLE access.readings IS 'Who read documents, bank details, addresses of others, and when: ids only. Kept for a year.';
