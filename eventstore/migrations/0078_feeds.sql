-- Addresses of calendars. What follows an address is a digest here: whoever reads this table subscribes to nothing.

CREATE TABLE access.feeds (
    digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    seed bytea NOT NULL CHECK (octet_length(seed) = 32),
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    kind text NOT NULL CHECK (kind IN ('mine', 'region', 'programme')),
    about text COLLATE "C" NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (organisation, person, kind, about)
);
COMMENT ON COLUMN access.feeds.seed IS 'With the secret of the site it gives the address again, for its owner; without it, nothing.';
COMMENT ON COLUMN access.feeds.about IS 'The region, or the programme; empty for what concerns its owner.';

GRANT SELECT, INSERT, UPDATE, DELETE ON access.feeds TO escale_service;

-- Whoever is forgotten subscribes to nothing.
CREATE FUNCTION access.forget_feeds() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM access.feeds WHERE feeds.organisation = new.organisation AND feeds.person = new.subject;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION access.forget_feeds FROM PUBLIC;
CREATE TRIGGER forget_feeds AFTER INSERT ON vault.erased
    FOR EACH ROW WHEN (new.subject IS NOT NULL) EXECUTE FUNCTION access.forget_feeds();
