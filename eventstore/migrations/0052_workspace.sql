-- What people keep beside the ledger and may delete at will. Every table here names an organisation and a person, and
-- what is theirs goes when the vault forgets them.
CREATE SCHEMA workspace;
COMMENT ON SCHEMA workspace IS 'What people keep for themselves: each table has columns organisation and person.';
GRANT USAGE ON SCHEMA workspace TO escale_service;

CREATE FUNCTION workspace.forget() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    of_people text;
BEGIN
    FOR of_people IN
        SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname = 'workspace' AND c.relkind = 'r' ORDER BY c.relname
    LOOP
        EXECUTE format('DELETE FROM workspace.%I WHERE organisation = $1 AND person = $2', of_people)
        USING NEW.organisation, NEW.subject;
    END LOOP;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION workspace.forget FROM PUBLIC;

CREATE TRIGGER forget_workspace AFTER INSERT ON vault.erased
    FOR EACH ROW WHEN (NEW.subject IS NOT NULL) EXECUTE FUNCTION workspace.forget();
