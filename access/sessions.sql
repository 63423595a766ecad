-- name: open
-- A session from now on.
INSERT INTO access.sessions
    (id, kind, account, organisation, person, subject, language, csrf_secret, idle_for, ends_at, proved_at, agent)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + $10::interval, CASE WHEN $11 THEN now() END, $12);

-- name: find
-- A session that holds; that it was used is written down once a minute.
WITH found AS (
    SELECT * FROM access.sessions
    WHERE id = $1 AND ends_at > now() AND seen_at + idle_for > now()
), used AS (
    UPDATE access.sessions SET seen_at = now()
    WHERE id = (SELECT id FROM found WHERE seen_at < now() - interval '1 minute')
)
SELECT * FROM found;

-- name: of_account
-- The sessions of an account that hold, the one used last first.
SELECT * FROM access.sessions
WHERE account = $1 AND ends_at > now() AND seen_at + idle_for > now()
ORDER BY seen_at DESC, id;

-- name: end
-- No session any more.
DELETE FROM access.sessions WHERE id = $1;

-- name: end_one
-- One of an account's sessions ends.
DELETE FROM access.sessions WHERE account = $1 AND id = $2 RETURNING true;

-- name: end_others
-- All sessions of an account end, but one.
DELETE FROM access.sessions WHERE account = $1 AND id IS DISTINCT FROM $2;

-- name: prove
-- A password was given just now.
UPDATE access.sessions SET proved_at = now() WHERE id = $1;

-- name: tighten
-- It ends early from now on.
UPDATE access.sessions
SET idle_for = least(idle_for, $2::interval), ends_at = least(ends_at, signed_in_at + $3::interval)
WHERE id = $1 AND (idle_for > $2::interval OR ends_at > signed_in_at + $3::interval);

-- name: speak
-- The language of a session.
UPDATE access.sessions SET language = $2 WHERE id = $1;

-- name: sweep
-- Sessions that hold no more.
DELETE FROM access.sessions WHERE ends_at < now() OR seen_at + idle_for < now();
