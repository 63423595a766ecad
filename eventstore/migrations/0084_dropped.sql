-- What still goes on outside of the ledger once a simulation was thrown away: its workflows in Temporal, which a worker
-- ends, and rows that whoever was at work wrote a moment later. It stands here until nothing is left.

CREATE TABLE ledger.dropped (
    organisation text COLLATE "C" PRIMARY KEY,
    origin text COLLATE "C",
    account text COLLATE "C",
    streams text[] COLLATE "C" NOT NULL,
    dropped_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz
);
COMMENT ON TABLE ledger.dropped IS 'Simulations that were thrown away and whose workflows are still to be ended.';
COMMENT ON COLUMN ledger.dropped.origin IS 'From which organisation it was made to learn by, if it was.';
COMMENT ON COLUMN ledger.dropped.account IS 'Whose it was; null: a demonstration.';
COMMENT ON COLUMN ledger.dropped.ended_at IS 'When its workflows were first ended, all of them.';
GRANT SELECT ON ledger.dropped TO escale_service;

-- All rows that name an organisation, in every schema but that of the ledgers.
CREATE FUNCTION ledger.remove_beside(of_organisation text)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    beside record;
BEGIN
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
END
$$;
REVOKE ALL ON FUNCTION ledger.remove_beside FROM PUBLIC;

CREATE OR REPLACE FUNCTION ledger.drop_simulation(of_organisation text)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM ledger.heads AS h WHERE h.organisation = of_organisation FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF NOT ledger.is_simulation(of_organisation) THEN
        RAISE EXCEPTION 'the ledger of % is no simulation', of_organisation USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Whoever folds read models takes their checkpoints first, and so do we: each would wait for the other.
    PERFORM FROM read_models.checkpoints AS c WHERE c.organisation = of_organisation FOR UPDATE;
    INSERT INTO ledger.dropped (organisation, origin, account, streams)
    SELECT of_organisation, t.origin, t.account, ARRAY(
        SELECT DISTINCT e.stream FROM ledger.events AS e WHERE e.organisation = of_organisation
    )
    FROM (SELECT) AS always LEFT JOIN access.trainings AS t ON t.organisation = of_organisation
    ON CONFLICT (organisation) DO UPDATE
    SET streams = dropped.streams || excluded.streams, dropped_at = excluded.dropped_at, ended_at = NULL;
    PERFORM ledger.remove_beside(of_organisation);
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

-- Its workflows have ended: remove what was written beside the ledger since; true once that is so for as long as asked.
-- A ledger that was founded under the same name since is left alone.
CREATE FUNCTION ledger.clear_dropped(of_organisation text, rest interval)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_ended_at timestamptz;
BEGIN
    UPDATE ledger.dropped AS d SET ended_at = coalesce(d.ended_at, clock_timestamp())
    WHERE d.organisation = of_organisation RETURNING d.ended_at INTO found_ended_at;
    IF NOT FOUND THEN
        RETURN true;
    END IF;
    IF EXISTS (SELECT FROM ledger.heads AS h WHERE h.organisation = of_organisation) THEN
        DELETE FROM ledger.dropped AS d WHERE d.organisation = of_organisation;
        RETURN true;
    END IF;
    PERFORM ledger.remove_beside(of_organisation);
    IF clock_timestamp() < found_ended_at + rest THEN
        RETURN false;
    END IF;
    DELETE FROM ledger.dropped AS d WHERE d.organisation = of_organisation;
    RETURN true;
END
$$;
REVOKE ALL ON FUNCTION ledger.clear_dropped FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.clear_dropped TO escale_service;
