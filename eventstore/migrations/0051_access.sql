-- Who is signed in. Nothing of it belongs to history: it may be deleted at any time, and people sign in again.
CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access TO escale_service;

CREATE TABLE access.sessions (
    id bytea PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('account', 'link', 'demonstration')),
    account text,
    organisation text,
    person text,
    subject text,
    language text CHECK (language IN ('fr', 'en')),
    csrf_secret bytea NOT NULL,
    signed_in_at timestamptz NOT NULL DEFAULT now(),
    proved_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    idle_for interval NOT NULL,
    ends_at timestamptz NOT NULL,
    CHECK ((kind = 'account') = (account IS NOT NULL)),
    CHECK (kind = 'account' OR (organisation IS NOT NULL AND person IS NOT NULL)),
    CHECK ((kind = 'link') = (subject IS NOT NULL))
);
COMMENT ON TABLE access.sessions IS 'Browsers that are signed in; id is the SHA-256 of what the cookie holds.';
CREATE INDEX sessions_by_account ON access.sessions (account) WHERE account IS NOT NULL;
CREATE INDEX sessions_by_end ON access.sessions (ends_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.sessions TO escale_service;
