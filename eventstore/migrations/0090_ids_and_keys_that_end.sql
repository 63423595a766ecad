-- Ids that nobody can guess, and keys of digests that end (docs/adr/0070).

-- Aliases of import files stand in ids as HMACs under a secret of the organisation: drawn once, never changed, for
-- with another one the same file would mean other people.
CREATE TABLE vault.import_secrets (
    organisation text COLLATE "C" PRIMARY KEY,
    secret bytea NOT NULL CHECK (octet_length(secret) = 32)
);
COMMENT ON TABLE vault.import_secrets IS 'What the aliases of import files are concealed under in the ids of commands.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON vault.import_secrets
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON vault.import_secrets
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
GRANT SELECT, INSERT ON vault.import_secrets TO escale_service;

-- Commands that were recorded before this have no key any more. A simulation lives by the time of its ledger.
CREATE FUNCTION vault.keys_ended_before(of_organisation text)
RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT max(CASE heads.kind WHEN 'real' THEN now() ELSE heads.recorded_at END) - interval '90 days'
    FROM ledger.heads WHERE heads.organisation = of_organisation;
$$;
REVOKE ALL ON FUNCTION vault.keys_ended_before FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.keys_ended_before TO escale_service;

-- Destroy the keys that have ended; how many.
CREATE FUNCTION vault.end_command_keys(of_organisation text)
RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH ended AS (
        DELETE FROM vault.command_keys USING ledger.outcomes
        WHERE command_keys.organisation = of_organisation
            AND outcomes.organisation = of_organisation AND outcomes.command_id = command_keys.command_id
            AND outcomes.recorded_at < vault.keys_ended_before(of_organisation)
        RETURNING command_keys.command_id
    )
    SELECT count(*) FROM ended;
$$;
REVOKE ALL ON FUNCTION vault.end_command_keys FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.end_command_keys TO escale_service;

-- Whether a command was given by a person, or refused with a word of them: its digest may be of what they are called.
CREATE FUNCTION vault.concerns(actor text, refusal text, person text)
RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(actor = person OR strpos(refusal, '"' || person || '"') > 0, false);
$$;
GRANT EXECUTE ON FUNCTION vault.concerns TO escale_service;

-- As before (0020), and the keys of all commands that the person gave, or that were refused and name the person.
CREATE OR REPLACE FUNCTION vault.erase(of_organisation text, of_subject text)
RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH erased AS (
        DELETE FROM vault.secrets
        WHERE secrets.organisation = of_organisation AND secrets.subject = of_subject
        RETURNING secrets.id, secrets.command_id, secrets.subject
    ), noted AS (
        INSERT INTO vault.erased (organisation, id, command_id, subject)
        SELECT of_organisation, erased.id, erased.command_id, erased.subject FROM erased
        ON CONFLICT (organisation, id) DO NOTHING
    ), forgotten AS (
        DELETE FROM vault.command_keys
        WHERE command_keys.organisation = of_organisation
            AND (command_keys.command_id IN (SELECT erased.command_id FROM erased)
                OR EXISTS (SELECT FROM ledger.outcomes
                    WHERE outcomes.organisation = of_organisation AND outcomes.command_id = command_keys.command_id
                        AND vault.concerns(outcomes.actor, outcomes.refusal, of_subject)))
    ), emptied AS (
        UPDATE mail.outbox SET content = ''
        WHERE outbox.organisation = of_organisation AND outbox.recipient = of_subject
    )
    SELECT count(*) FROM erased;
$$;

-- Those who were forgotten before: what was left of theirs goes now.
DELETE FROM vault.command_keys AS k
USING ledger.outcomes AS o, vault.erased AS e
WHERE o.organisation = k.organisation AND o.command_id = k.command_id
    AND e.organisation = k.organisation AND vault.concerns(o.actor, o.refusal, e.subject);
