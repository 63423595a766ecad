-- What people write about people. Erasing a row leaves its event unreadable and its chain whole.

CREATE TABLE vault.secrets (
    organisation text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    command_id text COLLATE "C" NOT NULL,
    subject text COLLATE "C",
    value text NOT NULL,
    key bytea NOT NULL CHECK (octet_length(key) = 32),
    PRIMARY KEY (organisation, id)
);
CREATE INDEX secrets_of_subject ON vault.secrets (organisation, subject) WHERE subject IS NOT NULL;
COMMENT ON COLUMN vault.secrets.subject IS 'The person whom it concerns: erasing the person erases the row.';

CREATE TABLE vault.command_keys (
    organisation text COLLATE "C" NOT NULL,
    command_id text COLLATE "C" NOT NULL,
    key bytea NOT NULL,
    PRIMARY KEY (command_id, organisation)
);
COMMENT ON TABLE vault.command_keys IS 'The key of the digest by which a repeated command with private text is recognised.';

-- Written by ledger.append, erased by vault.erase.
GRANT SELECT ON vault.secrets, vault.command_keys TO escale_service;
