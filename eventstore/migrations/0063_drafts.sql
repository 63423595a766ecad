-- Forms that somebody has begun to fill in. What was typed is JSON as text: it may hold characters that jsonb refuses.
CREATE TABLE workspace.drafts (
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    command_id text COLLATE "C" NOT NULL,
    command text NOT NULL,
    typed text NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organisation, person, command_id)
);
CREATE INDEX drafts_by_age ON workspace.drafts (kept_at);
COMMENT ON COLUMN workspace.drafts.command_id IS 'Of the command that the form will give.';
COMMENT ON COLUMN workspace.drafts.typed IS 'A JSON object: the names of the form and what was typed. Private text.';

GRANT SELECT, INSERT, UPDATE, DELETE ON workspace.drafts TO escale_service;
