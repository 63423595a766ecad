-- A simulation may be thrown away, as a whole. A real ledger never: what it was founded as stands in its first event, which
-- nobody can change.

CREATE FUNCTION ledger.is_simulation(of_organisation text)
RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM ledger.heads AS h WHERE h.organisation = of_organisation AND h.kind = 'simulation')
        AND NOT EXISTS (
            SELECT FROM ledger.events AS e
            WHERE e.organisation = of_organisation AND e.position = 1
                AND (e.content #>> '{data,kind}') IS DISTINCT FROM 'simulation'
        );
$$;
REVOKE ALL ON FUNCTION ledger.is_simulation FROM PUBLIC;

-- Rows go only where the whole of their ledger is being dropped, and it is a simulation's.
CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND TG_LEVEL = 'ROW' THEN
        IF OLD.organisation = pg_catalog.current_setting('escale.dropped', true)
            AND ledger.is_simulation(OLD.organisation) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION '% on %.% refused: history is only ever added to',
        TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE FUNCTION ledger.drop_simulation(of_organisation text)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    beside record;
BEGIN
    PERFORM FROM ledger.heads AS h WHERE h.organisation = of_organisation FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF NOT ledger.is_simulation(of_organisation) THEN
        RAISE EXCEPTION 'the ledger of % is no simulation', of_organisation USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM access.forget(m.organisation, m.person) FROM access.memberships AS m WHERE m.organisation = of_organisation;
    FOR beside IN
        SELECT n.nspname, c.relname FROM pg_class AS c
        JOIN pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'organisation' AND NOT a.attisdropped
        WHERE c.relkind = 'r' AND n.nspname <> 'ledger' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        ORDER BY n.nspname, c.relname DESC
    LOOP
        EXECUTE format('DELETE FROM %I.%I WHERE organisation = $1', beside.nspname, beside.relname)
        USING of_organisation;
    END LOOP;
    PERFORM set_config('escale.dropped', of_organisation, true);
    DELETE FROM ledger.outcomes AS o WHERE o.organisation = of_organisation;
    DELETE FROM ledger.events AS e WHERE e.organisation = of_organisation AND e.position > 1;
    DELETE FROM ledger.events AS e WHERE e.organisation = of_organisation;
    DELETE FROM ledger.clocks AS c WHERE c.organisation = of_organisation;
    DELETE FROM ledger.heads AS h WHERE h.organisation = of_organisation;
    PERFORM set_config('escale.dropped', '', true);
    RETURN true;
END
$$;
REVOKE ALL ON FUNCTION ledger.drop_simulation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.drop_simulation TO escale_service;

-- Simulations that somebody had made to learn by: from which organisation, and as whom its maker looks at it.
CREATE TABLE access.trainings (
    organisation text COLLATE "C" PRIMARY KEY,
    origin text COLLATE "C" NOT NULL,
    maker text COLLATE "C" NOT NULL,
    account text COLLATE "C" REFERENCES access.accounts ON DELETE SET NULL,
    seen_as text COLLATE "C",
    made_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX trainings_of_origin ON access.trainings (origin);
CREATE INDEX trainings_of_account ON access.trainings (account);
COMMENT ON COLUMN access.trainings.maker IS 'Who had it made: a person of the origin.';
COMMENT ON COLUMN access.trainings.account IS 'Whose it is to look at it as somebody else; null: a demonstration.';
GRANT SELECT, INSERT, UPDATE, DELETE ON access.trainings TO escale_service;
