-- Who may sign in. Of links, as of cookies (0051), only digests are kept, of addresses only keyed ones: whoever reads
-- these tables can use neither.

CREATE TABLE access.accounts (
    id text COLLATE "C" PRIMARY KEY,
    address bytea NOT NULL UNIQUE CHECK (octet_length(address) = 32),
    password text,
    language text CHECK (language IN ('fr', 'en')),
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN access.accounts.address IS 'HMAC of the mailbox: one account for an address, over all organisations.';
COMMENT ON COLUMN access.accounts.password IS 'Argon2id, as the PHC string; null until one was chosen.';

CREATE TABLE access.memberships (
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    account text COLLATE "C" NOT NULL REFERENCES access.accounts ON DELETE CASCADE,
    place text COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, person)
);
CREATE INDEX memberships_of_account ON access.memberships (account, organisation);
COMMENT ON COLUMN access.memberships.place IS 'Where in the vault the address lies that made the account theirs.';

CREATE TABLE access.identities (
    issuer text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    account text COLLATE "C" NOT NULL REFERENCES access.accounts ON DELETE CASCADE,
    linked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX identities_of_account ON access.identities (account);
COMMENT ON TABLE access.identities IS 'Whom a provider (OpenID Connect) names by which subject, once they confirmed it by mail.';

CREATE TABLE access.links (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    purpose text NOT NULL CHECK (purpose IN ('access', 'sign-in', 'reset', 'identity', 'invitation')),
    account text COLLATE "C" REFERENCES access.accounts ON DELETE CASCADE,
    organisation text COLLATE "C",
    person text COLLATE "C",
    subject text COLLATE "C",
    place text COLLATE "C",
    ends_at timestamptz NOT NULL,
    CHECK (account IS NOT NULL OR (organisation IS NOT NULL AND person IS NOT NULL AND subject IS NOT NULL))
);
CREATE INDEX links_of_person ON access.links (organisation, person);
CREATE INDEX links_of_account ON access.links (account);
COMMENT ON TABLE access.links IS 'Links in letters. One that is good for once is deleted as it is used.';
COMMENT ON COLUMN access.links.place IS 'Where in the vault the address lies that it was sent to: it ends with that address.';

ALTER TABLE access.sessions
    ADD COLUMN agent text NOT NULL DEFAULT '',
    ADD FOREIGN KEY (account) REFERENCES access.accounts ON DELETE CASCADE,
    ALTER COLUMN proved_at DROP NOT NULL,
    ALTER COLUMN proved_at DROP DEFAULT;
CREATE INDEX sessions_of_person ON access.sessions (organisation, person) WHERE account IS NULL;
COMMENT ON COLUMN access.sessions.agent IS 'What the browser called itself, so that its owner knows it again.';
COMMENT ON COLUMN access.sessions.proved_at IS 'When a password was last given, or a provider asked; null: never.';

CREATE TABLE access.attempts (
    kind text NOT NULL,
    who bytea NOT NULL CHECK (octet_length(who) = 32),
    since timestamptz NOT NULL DEFAULT now(),
    tries integer NOT NULL DEFAULT 1,
    PRIMARY KEY (kind, who)
);
COMMENT ON COLUMN access.attempts.who IS 'HMAC of an address or of a block of network addresses.';

CREATE TABLE access.sign_ins (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    account text COLLATE "C" REFERENCES access.accounts ON DELETE CASCADE,
    way text NOT NULL,
    result text NOT NULL
);
CREATE INDEX sign_ins_of_account ON access.sign_ins (account);
COMMENT ON TABLE access.sign_ins IS 'Who signed in, or tried, how and when: ids only, none for an address that nobody has.';

CREATE TABLE access.founding_code (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    made_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX one_founding_code ON access.founding_code ((true));
COMMENT ON TABLE access.founding_code IS 'Opens the page of the first run; the last one that was made.';

GRANT USAGE ON SCHEMA access TO escale_service;
GRANT SELECT, INSERT, UPDATE, DELETE
    ON access.accounts, access.memberships, access.identities, access.links,
    access.attempts, access.sign_ins, access.founding_code TO escale_service;

-- Whoever is forgotten signs in no more. An account that is nobody's any longer goes with all that hangs on it.
CREATE FUNCTION access.forget(of_organisation text, of_person text)
RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM access.links WHERE links.organisation = of_organisation AND links.person = of_person;
    DELETE FROM access.sessions WHERE sessions.organisation = of_organisation AND sessions.person = of_person;
    WITH ended AS (
        DELETE FROM access.memberships
        WHERE memberships.organisation = of_organisation AND memberships.person = of_person
        RETURNING memberships.account, memberships.person
    )
    DELETE FROM access.accounts
    WHERE accounts.id IN (SELECT ended.account FROM ended)
        AND NOT EXISTS (
            SELECT FROM access.memberships AS other
            WHERE other.account = accounts.id
                AND (other.organisation, other.person) <> (of_organisation, of_person)
        );
$$;
REVOKE ALL ON FUNCTION access.forget FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.forget TO escale_service;

-- Where the vault forgets a person, so does this: in the same transaction.
CREATE FUNCTION access.forget_with_the_vault()
RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM access.forget(new.organisation, new.subject);
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION access.forget_with_the_vault FROM PUBLIC;
CREATE TRIGGER forgotten_with_the_vault AFTER INSERT ON vault.erased
    FOR EACH ROW WHEN (new.subject IS NOT NULL) EXECUTE FUNCTION access.forget_with_the_vault();
