-- What somebody outside may hand in by a link: for which file, what, until when; and what came, until a manager takes it in.
-- Of links only digests are kept. The bytes lie with all documents (vault.attachments).
CREATE TABLE access.deposit_links (
    organisation text COLLATE "C" NOT NULL,
    deposit text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    kind text NOT NULL CHECK (kind IN ('report', 'signature', 'completion')),
    part text COLLATE "C" NOT NULL,
    asked_by text COLLATE "C" NOT NULL,
    asked_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    token bytea NOT NULL UNIQUE CHECK (octet_length(token) = 32),
    taken_by text COLLATE "C",
    PRIMARY KEY (organisation, deposit)
);
CREATE INDEX deposit_links_of_file ON access.deposit_links (organisation, file);
COMMENT ON COLUMN access.deposit_links.part IS 'The report, or the party that signs; empty for a completion.';
COMMENT ON COLUMN access.deposit_links.ends_at IS 'By the clock of the organisation, as asked_at.';

CREATE TABLE access.deposited (
    organisation text COLLATE "C" NOT NULL,
    deposit text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    digest text COLLATE "C" NOT NULL,
    name text NOT NULL,
    size integer NOT NULL,
    note text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (organisation, deposit, number),
    UNIQUE (organisation, deposit, digest),
    FOREIGN KEY (organisation, deposit) REFERENCES access.deposit_links ON DELETE CASCADE
);
COMMENT ON COLUMN access.deposited.note IS 'What whoever handed it in wrote beside it. Private text.';

GRANT SELECT, INSERT, UPDATE, DELETE ON access.deposit_links, access.deposited TO escale_service;
