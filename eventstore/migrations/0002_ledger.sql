-- The ledger. Names are compared byte by byte (collation C): faster, and the same order on every machine.
-- Its tables have one writer, ledger.append, and no CHECK: PostgreSQL parses each anew in every statement, a
-- tenth of an append's work (measured). "escale verify" compares what a CHECK would have promised.

CREATE TABLE ledger.heads (
    organisation text COLLATE "C" PRIMARY KEY,
    kind text NOT NULL,
    position bigint NOT NULL,
    hash bytea NOT NULL,
    recorded_at timestamptz NOT NULL
) WITH (fillfactor = 10); -- updated by every append: room to do so within the page, without touching the index
COMMENT ON TABLE ledger.heads IS 'Where each ledger ends. Its row is locked for the instant of an append.';

-- The bytes of body are what was hashed; content is the same JSON, for queries.
CREATE TABLE ledger.events (
    position bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    entry integer NOT NULL,
    organisation text COLLATE "C" NOT NULL,
    stream text COLLATE "C" NOT NULL,
    hash bytea NOT NULL,
    body bytea NOT NULL,
    content jsonb NOT NULL,
    PRIMARY KEY (organisation, position),
    UNIQUE (organisation, stream, entry)
);
COMMENT ON TABLE ledger.events IS 'The truth: what happened, in order, chained by hash. See docs/ledger-format.md.';

CREATE TABLE ledger.outcomes (
    first_position bigint,
    last_position bigint,
    recorded_at timestamptz NOT NULL,
    organisation text COLLATE "C" NOT NULL,
    command_id text COLLATE "C" NOT NULL,
    actor text NOT NULL,
    stream text NOT NULL,
    digest bytea NOT NULL,
    refusal text,
    PRIMARY KEY (command_id, organisation) -- in this order one comparison mostly decides
);
COMMENT ON TABLE ledger.outcomes IS 'What became of each command, so that asking twice does it once.';

CREATE TABLE ledger.clocks (
    organisation text COLLATE "C" PRIMARY KEY REFERENCES ledger.heads,
    now timestamptz NOT NULL,
    target timestamptz NOT NULL
);
COMMENT ON TABLE ledger.clocks IS 'What time it is in a simulation, and up to when it is being advanced.';

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on %.% refused: history is only ever added to',
        TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger.events
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger.events
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger.outcomes
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger.outcomes
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

-- Writing goes through ledger.append and ledger.found alone, which run as their owner.
GRANT SELECT ON ledger.heads, ledger.events, ledger.outcomes, ledger.clocks TO escale_service;
GRANT UPDATE (now, target) ON ledger.clocks TO escale_service;
