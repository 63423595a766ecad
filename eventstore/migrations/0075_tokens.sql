-- Tokens by which other systems act as a person: of each only a digest is kept, as of cookies and links.

CREATE TABLE access.tokens (
    id text COLLATE "C" PRIMARY KEY,
    digest bytea NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    account text COLLATE "C" REFERENCES access.accounts ON DELETE CASCADE,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
    made_at timestamptz NOT NULL DEFAULT now(),
    ends_at timestamptz NOT NULL,
    used_at timestamptz,
    CHECK (ends_at <= made_at + interval '366 days')
);
CREATE INDEX tokens_of_person ON access.tokens (organisation, person);
CREATE INDEX tokens_of_account ON access.tokens (account);
COMMENT ON COLUMN access.tokens.account IS 'Whose it is to be while it is good; null: made while looking around in a simulation.';
COMMENT ON COLUMN access.tokens.used_at IS 'When it was last used, to the minute; null: never.';

GRANT SELECT, INSERT, UPDATE, DELETE ON access.tokens TO escale_service;

-- Where the vault forgets a person, their tokens go in the same transaction.
CREATE FUNCTION access.forget_tokens_with_the_vault()
RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM access.tokens WHERE tokens.organisation = new.organisation AND tokens.person = new.subject;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION access.forget_tokens_with_the_vault FROM PUBLIC;
CREATE TRIGGER tokens_forgotten_with_the_vault AFTER INSERT ON vault.erased
    FOR EACH ROW WHEN (new.subject IS NOT NULL) EXECUTE FUNCTION access.forget_tokens_with_the_vault();
