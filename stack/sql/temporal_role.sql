-- The role and the two databases of a Temporal that runs on this PostgreSQL; any number of times.
\set ON_ERROR_STOP on
\getenv password SQL_PASSWORD

SELECT 'CREATE ROLE temporal' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'temporal') \gexec
ALTER ROLE temporal LOGIN PASSWORD :'password';

SELECT format('CREATE DATABASE %I OWNER temporal', wanted)
  FROM unnest(ARRAY['temporal', 'temporal_visibility']) AS wanted
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = wanted) \gexec
