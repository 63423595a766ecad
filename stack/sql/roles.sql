-- The two roles of Escale and its database; run as superuser, any number of times.
-- Passwords come from the environment: they must not be seen in the process list.
\set ON_ERROR_STOP on
\getenv owner_password ESCALE_OWNER_PASSWORD
\getenv service_password ESCALE_SERVICE_PASSWORD

SELECT 'CREATE ROLE escale_owner' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'escale_owner') \gexec
SELECT 'CREATE ROLE escale_service' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'escale_service') \gexec

ALTER ROLE escale_owner LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD :'owner_password';
ALTER ROLE escale_service LOGIN NOCREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD :'service_password';
-- The migrations, run as owner, may look after the service's role but never act as it.
GRANT escale_service TO escale_owner WITH ADMIN TRUE, INHERIT FALSE, SET FALSE;

SELECT 'CREATE DATABASE escale OWNER escale_owner'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'escale') \gexec
REVOKE ALL ON DATABASE escale FROM PUBLIC;
GRANT CONNECT ON DATABASE escale TO escale_service;
