-- Forget a person: value and key go together, and with them the keys of the commands that brought them,
-- for a digest whose key survives could be tried against guesses, and the letters, which name and address
-- them. Answers how many values went.
CREATE FUNCTION vault.erase(of_organisation text, of_subject text)
RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH erased AS (
        DELETE FROM vault.secrets
        WHERE secrets.organisation = of_organisation AND secrets.subject = of_subject
        RETURNING secrets.command_id
    ), forgotten AS (
        DELETE FROM vault.command_keys
        WHERE command_keys.organisation = of_organisation
            AND command_keys.command_id IN (SELECT erased.command_id FROM erased)
    ), emptied AS (
        UPDATE mail.outbox SET content = ''
        WHERE outbox.organisation = of_organisation AND outbox.recipient = of_subject
    )
    SELECT count(*) FROM erased;
$$;

REVOKE ALL ON FUNCTION vault.erase FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.erase TO escale_service;
