-- The role that owns Escale's tables, and its database; run as superuser, any number of times.
-- The service's restricted role is made by the migrations, which is why the owner may create roles.
-- The password comes from the environment: it must not be seen in the process list.
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD

SELECT 'CREATE ROLE escale_owner' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'escale_owner') \gexec
ALTER ROLE escale_owner LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD :'owner_password';

SELECT 'CREATE DATABASE escale OWNER escale_owner'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'escale') \gexec
