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
    deferrals integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    sender integer,
    changed_at timestamptz NOT NULL DEFAULT now(),
    reason text,
    reported boolean NOT NULL DEFAULT false,
    settled_entry integer NOT NULL DEFAULT 0,
    PRIMARY KEY (organisation, id)
);
CREATE INDEX outbox_queued ON mail.outbox (created_at, id) WHERE state = 'queued';
CREATE INDEX outbox_sending ON mail.outbox (sender) WHERE state = 'sending';
CREATE INDEX outbox_unreported ON mail.outbox (changed_at)
    WHERE NOT reported AND state IN ('sent', 'unknown', 'failed', 'withdrawn');
CREATE INDEX outbox_doubtful ON mail.outbox (organisation, file) WHERE state IN ('unknown', 'failed');
COMMENT ON COLUMN mail.outbox.recipient IS 'The person''s id; name and address stand in the content alone.';
COMMENT ON COLUMN mail.outbox.content IS 'The message (RFC 5322); empty once its recipient''s data was erased.';
COMMENT ON COLUMN mail.outbox.created_at IS 'By the organisation''s clock; the other times are by the server''s.';
COMMENT ON COLUMN mail.outbox.deferrals IS 'How often a mail server asked to try again later (4xx).';
COMMENT ON COLUMN mail.outbox.sender IS 'Who took it last: the number of an advisory lock held while that sender lives.';
COMMENT ON COLUMN mail.outbox.reported IS 'Whether the ledger has been told what became of it.';
COMMENT ON COLUMN mail.outbox.settled_entry IS 'The last entry of its file that settled a doubt about it.';

-- Written by ledger.append; the sender only moves it along.
GRANT SELECT ON mail.outbox TO escale_service;
GRANT UPDATE (state, attempts, deferrals, next_attempt_at, sender, changed_at, reason, reported, settled_entry)
    ON mail.outbox TO escale_service;
