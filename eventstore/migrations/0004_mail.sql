-- Messages wait here, rendered once and stored with the claim that they may go out.

CREATE TABLE mail.outbox (
    organisation text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    file text NOT NULL,
    occurrence text NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    content bytea NOT NULL,
    created_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'queued'
        CHECK (state IN ('queued', 'sending', 'sent', 'unknown', 'failed', 'withdrawn')),
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    changed_at timestamptz NOT NULL,
    reason text,
    reported boolean NOT NULL DEFAULT false,
    PRIMARY KEY (organisation, id)
);
CREATE INDEX outbox_queued ON mail.outbox (created_at) WHERE state = 'queued';
COMMENT ON COLUMN mail.outbox.reported IS 'Whether the ledger has been told what became of it.';

-- Written by ledger.append; the sender only moves it along.
GRANT SELECT ON mail.outbox TO escale_service;
GRANT UPDATE (state, attempts, next_attempt_at, changed_at, reason, reported) ON mail.outbox TO escale_service;
