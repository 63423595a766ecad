-- name: open
-- A session from now on.
INSERT INTO access.sessions
    (id, kind, account, organisation, person, subject, language, csrf_secret, idle_for, ends_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + $10::interval);

-- name: find
-- A session that holds; that it was used is written down once a minute.
WITH found AS (
    SELECT id, kind, account, organisation, person, subject, language, csrf_secret, signed_in_at, proved_at, seen_at
    FROM access.sessions
    WHERE id = $1 AND ends_at > now() AND seen_at + idle_for > now()
), used AS (
    UPDATE access.sessions SET seen_at = now()
    WHERE id = (SELECT id FROM found WHERE seen_at < now() - interval '1 minute')
)
SELECT id, kind, account, organisation, person, subject, language, csrf_secret, signed_in_at, proved_at FROM found;

-- name: end
-- No session any more.
DELETE FROM access.sessions WHERE id = $1;

-- name: speak
-- The language of a session.
UPDATE access.sessions SET language = $2 WHERE id = $1;
