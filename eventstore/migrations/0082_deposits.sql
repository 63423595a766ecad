-- What somebody outside may hand in by a link: for which file, what, until when; and what came, until a manager takes it in.
-- Of links only digests are kept. The bytes lie with all documents (vault.attachments).
CREATE TABLE workspace.deposit_links (
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
CREATE INDEX deposit_links_of_file ON workspace.deposit_links (organisation, file);
COMMENT ON COLUMN workspace.deposit_links.part IS 'The report, or the party that signs; empty for a completion.';
COMMENT ON COLUMN workspace.deposit_links.ends_at IS 'By the clock of the organisation, as asked_at.';

CREATE TABLE workspace.deposited (
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
    FOREIGN KEY (organisation, deposit) REFERENCES workspace.deposit_links ON DELETE CASCADE
);
COMMENT ON COLUMN workspace.deposited.note IS 'What whoever handed it in wrote beside it. Private text.';

GRANT SELECT, INSERT, UPDATE, DELETE ON workspace.deposit_links, workspace.deposited TO escale_service;

-- Whoever is forgotten takes along what is theirs; what is kept for a file has no person, and stays.
CREATE OR REPLACE FUNCTION workspace.forget() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    of_people text;
BEGIN
    FOR of_people IN
        SELECT c.relname
        FROM pg_class AS c
        JOIN pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'person' AND NOT a.attisdropped
        WHERE n.nspname = 'workspace' AND c.relkind = 'r'
        ORDER BY c.relname
    LOOP
        EXECUTE format('DELETE FROM workspace.%I WHERE organisation = $1 AND person = $2', of_people)
        USING NEW.organisation, NEW.subject;
    END LOOP;
    RETURN NULL;
END
$$;
