-- A rebuild makes and swaps tables. The service may ask for that, and for nothing else of the kind.

-- Empty tables of the same shape in the shadow; what an interrupted rebuild left there goes.
CREATE FUNCTION read_models.begin_rebuild(models text[])
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    model text;
BEGIN
    FOREACH model IN ARRAY models LOOP
        EXECUTE format('DROP TABLE IF EXISTS read_models_shadow.%I', model);
        EXECUTE format('CREATE TABLE read_models_shadow.%I (LIKE read_models.%I INCLUDING ALL)', model, model);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON read_models_shadow.%I TO escale_service', model);
    END LOOP;
END
$$;

-- Tables of the shadow take the place of their namesakes.
CREATE FUNCTION read_models.finish_rebuild(models text[])
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    model text;
BEGIN
    FOREACH model IN ARRAY models LOOP
        EXECUTE format('DROP TABLE read_models.%I', model);
        EXECUTE format('ALTER TABLE read_models_shadow.%I SET SCHEMA read_models', model);
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION read_models.begin_rebuild, read_models.finish_rebuild FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_models.begin_rebuild, read_models.finish_rebuild TO escale_service;
