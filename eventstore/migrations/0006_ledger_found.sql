-- Found an empty ledger. Answers the kind it has, and whether this call made it.
CREATE FUNCTION ledger.found(
    of_organisation text,
    of_kind text,
    at timestamptz,
    OUT kind text,
    OUT founded boolean
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO ledger.heads (organisation, kind, position, hash, recorded_at)
    VALUES (of_organisation, of_kind, 0, decode(repeat('00', 32), 'hex'), at)
    ON CONFLICT (organisation) DO NOTHING;
    founded := FOUND;

    IF founded AND of_kind = 'simulation' THEN
        INSERT INTO ledger.clocks (organisation, now, target) VALUES (of_organisation, at, at);
    END IF;

    SELECT heads.kind INTO kind FROM ledger.heads WHERE heads.organisation = of_organisation;
END
$$;

REVOKE ALL ON FUNCTION ledger.found FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.found TO escale_service;
