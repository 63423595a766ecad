-- What "escale verify" needs: which migrations the database has had, and which private texts were erased rather than lost.
GRANT USAGE ON SCHEMA migrations TO escale_service;
GRANT SELECT ON migrations.applied TO escale_service;

-- Positions begin at 1. Where a CHECK is parsed by no append; of the ledger's own tables see 0002.
-- NOT VALID: rows that are there already are found by "escale verify", and do not stop an upgrade.
ALTER TABLE read_models.checkpoints ADD CONSTRAINT checkpoints_position CHECK (position >= 0) NOT VALID;
ALTER TABLE follower.checkpoint ADD CONSTRAINT checkpoint_position CHECK (position >= 0) NOT VALID;

-- Places in the vault whose text was erased. No text, and no key: only that it went as it should.
CREATE TABLE vault.erased (
    organisation text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    command_id text COLLATE "C" NOT NULL,
    subject text COLLATE "C",
    erased_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organisation, id)
);
CREATE INDEX erased_of_command ON vault.erased (organisation, command_id);
COMMENT ON TABLE vault.erased IS 'Texts that were erased: one that is gone and not named here was lost, or taken.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON vault.erased
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON vault.erased
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
GRANT SELECT ON vault.erased TO escale_service;

-- What is gone by now was erased before anybody noted it.
INSERT INTO vault.erased (organisation, id, command_id, subject)
SELECT DISTINCT ON (e.organisation, gone.id)
    e.organisation, gone.id, coalesce(e.content ->> 'command_id', ''),
    CASE e.content ->> 'type' WHEN 'PersonRegistered' THEN e.content #>> '{data,person}' END
FROM ledger.events AS e
JOIN ledger.heads AS h ON h.organisation = e.organisation AND e.position BETWEEN 1 AND h.position
CROSS JOIN LATERAL jsonb_path_query(
    e.content, 'strict $.data.** ? (@.type() == "object" && @.vault.type() == "string" && @.digest.type() == "string")'
) AS reference
CROSS JOIN LATERAL (SELECT reference ->> 'vault' AS id) AS gone
WHERE NOT EXISTS (
    SELECT FROM vault.secrets AS s WHERE s.organisation = e.organisation AND s.id = gone.id
)
ORDER BY e.organisation, gone.id, e.position;

-- As before (0008), and noted.
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
            AND command_keys.command_id IN (SELECT erased.command_id FROM erased)
    ), emptied AS (
        UPDATE mail.outbox SET content = ''
        WHERE outbox.organisation = of_organisation AND outbox.recipient = of_subject
    )
    SELECT count(*) FROM erased;
$$;
