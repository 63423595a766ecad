-- name: guards
-- What keeps history as it is: every table, column, key, trigger, function and right of our schemas, as kind, name and
-- facts. Nothing here is a text that PostgreSQL writes anew in each of its versions, but for short expressions.
-- Tables are remade by a rebuild, which gives their indexes names of its own: keys are told by their columns.
WITH
ours (schema) AS (VALUES ('ledger'), ('vault'), ('mail'), ('follower'), ('read_models'), ('workspace'), ('migrations')),
kept AS (
    SELECT c.*, n.nspname || '.' || c.relname AS called
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname IN (SELECT schema FROM ours)
),
relations AS (SELECT * FROM kept WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')),
service AS (SELECT oid FROM pg_roles WHERE rolname = 'escale_service'),
rights (on_what, holder, privilege, owner) AS (
    SELECT 'schema ' || n.nspname, a.grantee, a.privilege_type, n.nspowner
    FROM pg_namespace AS n CROSS JOIN aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) AS a
    WHERE n.nspname IN (SELECT schema FROM ours)
    UNION ALL
    SELECT r.called, a.grantee, a.privilege_type, r.relowner
    FROM relations AS r CROSS JOIN aclexplode(r.relacl) AS a
    UNION ALL
    SELECT r.called || '.' || t.attname, a.grantee, a.privilege_type, r.relowner
    FROM relations AS r JOIN pg_attribute AS t ON t.attrelid = r.oid CROSS JOIN aclexplode(t.attacl) AS a
    UNION ALL
    SELECT n.nspname || '.' || p.proname, a.grantee, a.privilege_type, p.proowner
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    CROSS JOIN aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a
    WHERE n.nspname IN (SELECT schema FROM ours)
)

SELECT 'table' AS kind, r.called AS name, jsonb_build_object(
    'is', r.relkind, 'persistence', r.relpersistence, 'row_security', r.relrowsecurity OR r.relforcerowsecurity,
    'rules', (SELECT count(*) FROM pg_rewrite AS w WHERE w.ev_class = r.oid),
    'policies', (SELECT count(*) FROM pg_policy AS p WHERE p.polrelid = r.oid),
    'heirs', (SELECT count(*) FROM pg_inherits AS i WHERE i.inhparent = r.oid),
    'of_the_service', pg_has_role('escale_service', r.relowner, 'MEMBER')) AS facts
FROM relations AS r

UNION ALL
SELECT 'column', r.called || '.' || t.attname, jsonb_build_object(
    'type', format_type(t.atttypid, t.atttypmod), 'not_null', t.attnotnull, 'generated', t.attgenerated,
    'collation', (SELECT c.collname FROM pg_collation AS c WHERE c.oid = t.attcollation),
    'default', (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef AS d WHERE d.adrelid = r.oid AND d.adnum = t.attnum))
FROM relations AS r JOIN pg_attribute AS t ON t.attrelid = r.oid
WHERE t.attnum > 0 AND NOT t.attisdropped

UNION ALL
SELECT 'constraint', r.called || ' ' || c.contype::text || ' ' || coalesce((
        SELECT string_agg(t.attname, ', ' ORDER BY k.place)
        FROM unnest(c.conkey) WITH ORDINALITY AS k (column_number, place)
        JOIN pg_attribute AS t ON t.attrelid = r.oid AND t.attnum = k.column_number), ''),
    jsonb_build_object(
        'expression', pg_get_expr(c.conbin, c.conrelid),
        'references', (SELECT f.called FROM kept AS f WHERE f.oid = c.confrelid),
        'deferrable', c.condeferrable,
        'enforced', coalesce((to_jsonb(c) ->> 'conenforced')::boolean, true))
FROM relations AS r JOIN pg_constraint AS c ON c.conrelid = r.oid
WHERE c.contype IN ('c', 'f', 'p', 'u', 'x')

UNION ALL
SELECT 'index', r.called || ' ' || coalesce((
        SELECT string_agg(coalesce(t.attname, '?'), ', ' ORDER BY k.place)
        FROM unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (column_number, place)
        LEFT JOIN pg_attribute AS t ON t.attrelid = r.oid AND t.attnum = k.column_number), '')
        || coalesce(' ' || pg_get_expr(i.indpred, i.indrelid), ''),
    jsonb_build_object('unique', i.indisunique, 'primary', i.indisprimary,
        'works', i.indisvalid AND i.indisready AND i.indislive)
FROM relations AS r JOIN pg_index AS i ON i.indrelid = r.oid

UNION ALL
SELECT 'trigger', CASE WHEN t.tgisinternal THEN '(key)' ELSE t.tgname END || ' ' || r.called || ' ' || p.proname,
    jsonb_build_object('fires', t.tgenabled, 'when', t.tgtype, 'condition', t.tgqual IS NOT NULL,
        'columns', t.tgattr::text, 'function', n.nspname || '.' || p.proname)
FROM relations AS r
JOIN pg_trigger AS t ON t.tgrelid = r.oid
JOIN pg_proc AS p ON p.oid = t.tgfoid
JOIN pg_namespace AS n ON n.oid = p.pronamespace

UNION ALL
SELECT 'function', n.nspname || '.' || p.proname || '(' || coalesce((
        SELECT string_agg(format_type(a.type, NULL), ', ' ORDER BY a.place)
        FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (type, place)), '') || ')',
    jsonb_build_object(
        'text', encode(sha256(convert_to(p.prosrc, 'UTF8')), 'hex'), 'compiled', p.prosqlbody IS NOT NULL,
        'language', l.lanname, 'as_owner', p.prosecdef, 'settings', to_jsonb(p.proconfig), 'kind', p.prokind,
        'returns', format_type(p.prorettype, NULL), 'of_the_service', pg_has_role('escale_service', p.proowner, 'MEMBER'))
FROM pg_proc AS p
JOIN pg_namespace AS n ON n.oid = p.pronamespace
JOIN pg_language AS l ON l.oid = p.prolang
WHERE n.nspname IN (SELECT schema FROM ours)

UNION ALL
SELECT 'grant', r.on_what || ' ' || coalesce(g.rolname, 'PUBLIC') || ' ' || r.privilege, jsonb_build_object()
FROM rights AS r LEFT JOIN pg_roles AS g ON g.oid = r.holder
WHERE r.holder <> r.owner

UNION ALL
SELECT 'role', 'escale_service', jsonb_build_object(
    'superuser', rolsuper, 'creates_roles', rolcreaterole, 'creates_databases', rolcreatedb,
    'replicates', rolreplication, 'passes_row_security', rolbypassrls,
    'member_of', (SELECT count(*) FROM pg_auth_members AS m WHERE m.member = pg_roles.oid))
FROM pg_roles WHERE oid = (SELECT oid FROM service)

UNION ALL
SELECT 'setting', coalesce(s.setrole::regrole::text, '-') || ' ' || setting, jsonb_build_object()
FROM pg_db_role_setting AS s CROSS JOIN unnest(s.setconfig) AS setting
WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
    AND (setting LIKE 'session_replication_role=%' OR setting LIKE 'row_security=%')

UNION ALL
SELECT 'setting', 'session_replication_role', jsonb_build_object('value', current_setting('session_replication_role'));

-- name: migrations
-- Which migrations the database has had.
SELECT number, name, checksum FROM migrations.applied ORDER BY number;
