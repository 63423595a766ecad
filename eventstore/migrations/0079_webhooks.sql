-- Other systems that are told what happens: where to, which kinds of it, on whose behalf; and what became of each telling.
CREATE SCHEMA webhooks;
COMMENT ON SCHEMA webhooks IS 'Subscriptions and deliveries. Of events only positions and kinds: what is sent is read from the ledger each time.';
GRANT USAGE ON SCHEMA webhooks TO escale_service;

CREATE TABLE webhooks.subscriptions (
    id text COLLATE "C" PRIMARY KEY,
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    url text NOT NULL,
    families text[] NOT NULL,
    secret bytea NOT NULL CHECK (octet_length(secret) = 32),
    earlier bytea CHECK (octet_length(earlier) = 32),
    earlier_until timestamptz,
    position bigint NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    stopped_at timestamptz,
    stopped_for text CHECK (stopped_for IN ('failing', 'gone'))
);
CREATE INDEX subscriptions_of_organisation ON webhooks.subscriptions (organisation, made_at);
COMMENT ON COLUMN webhooks.subscriptions.person IS 'On whose behalf: nothing is sent that they may not read.';
COMMENT ON COLUMN webhooks.subscriptions.families IS 'Kinds of what happens; none: all.';
COMMENT ON COLUMN webhooks.subscriptions.earlier IS 'The secret before this one, which signs as well until earlier_until.';
COMMENT ON COLUMN webhooks.subscriptions.position IS 'Up to where in the ledger deliveries were made.';

CREATE TABLE webhooks.deliveries (
    subscription text COLLATE "C" NOT NULL REFERENCES webhooks.subscriptions ON DELETE CASCADE,
    position bigint NOT NULL,
    stream text COLLATE "C" NOT NULL,
    type text NOT NULL,
    message text NOT NULL,
    state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'delivered', 'withheld')),
    attempts integer NOT NULL DEFAULT 0,
    next_at timestamptz NOT NULL DEFAULT now(),
    failing_since timestamptz,
    taken_until timestamptz,
    status integer,
    problem text,
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (subscription, position)
);
CREATE INDEX deliveries_queued ON webhooks.deliveries (subscription, stream, position) WHERE state = 'queued';
CREATE INDEX deliveries_by_change ON webhooks.deliveries (subscription, changed_at);
COMMENT ON COLUMN webhooks.deliveries.position IS 'Of the event in the ledger; 0 for a trial.';
COMMENT ON COLUMN webhooks.deliveries.taken_until IS 'Until when a sender has it in hand; one that died is not waited for.';

GRANT SELECT, INSERT, UPDATE, DELETE ON webhooks.subscriptions, webhooks.deliveries TO escale_service;

-- Nothing is sent on behalf of whoever is forgotten.
CREATE FUNCTION webhooks.forget() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM webhooks.subscriptions
    WHERE subscriptions.organisation = new.organisation AND subscriptions.person = new.subject;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION webhooks.forget FROM PUBLIC;
CREATE TRIGGER forget_webhooks AFTER INSERT ON vault.erased
    FOR EACH ROW WHEN (new.subject IS NOT NULL) EXECUTE FUNCTION webhooks.forget();
