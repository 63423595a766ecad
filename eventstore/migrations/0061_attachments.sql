-- Documents that entries name by the digest of their bytes: the bytes themselves, and for which file they were handed in.

CREATE TABLE vault.attachments (
    organisation text COLLATE "C" NOT NULL,
    digest text COLLATE "C" NOT NULL CHECK (digest ~ '^sha256:[0-9a-f]{64}$'),
    media_type text NOT NULL,
    content bytea STORAGE EXTERNAL NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 15000000),
    PRIMARY KEY (organisation, digest)
);
COMMENT ON TABLE vault.attachments IS 'Erasing a row leaves the digest in the ledger, and nothing to compare with it.';
COMMENT ON COLUMN vault.attachments.content IS 'As it was handed in; office files and pictures are compressed already.';

CREATE TABLE vault.deposits (
    organisation text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    digest text COLLATE "C" NOT NULL,
    name text NOT NULL,
    deposited_by text COLLATE "C" NOT NULL,
    deposited_at timestamptz NOT NULL,
    PRIMARY KEY (organisation, file, digest)
);
CREATE INDEX deposits_of_digest ON vault.deposits (organisation, digest);
COMMENT ON TABLE vault.deposits IS 'For which file, by its key, a document was handed in: it is read by whoever may read that.';
COMMENT ON COLUMN vault.deposits.name IS 'What it was called by whoever handed it in; empty once it was erased.';
COMMENT ON COLUMN vault.deposits.deposited_at IS 'By the clock of the organisation.';

GRANT SELECT, INSERT, DELETE ON vault.attachments TO escale_service;
GRANT SELECT, INSERT ON vault.deposits TO escale_service;
GRANT UPDATE (name) ON vault.deposits TO escale_service;
