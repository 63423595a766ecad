-- The role that every running service uses, and the rooms of the database.
-- Roles belong to the whole cluster, so another database of ours may have made it already, even just now.
DO $$
BEGIN
    CREATE ROLE escale_service NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END
$$;

CREATE SCHEMA ledger;
CREATE SCHEMA vault;
CREATE SCHEMA mail;
CREATE SCHEMA follower;

GRANT USAGE ON SCHEMA ledger, vault, mail, follower TO escale_service;
