-- name: try
-- One more try within its time: how many there are now, and when the time is over. Two at once are counted one by one.
INSERT INTO access.attempts AS a (kind, who) VALUES ($1, $2)
ON CONFLICT (kind, who) DO UPDATE SET
    tries = CASE WHEN a.since > now() - $3::interval THEN a.tries + 1 ELSE 1 END,
    since = CASE WHEN a.since > now() - $3::interval THEN a.since ELSE now() END
RETURNING tries;

-- name: give_back
-- One try less: it was a good one.
UPDATE access.attempts SET tries = tries - 1 WHERE kind = $1 AND who = $2 AND tries > 0;

-- name: clear
-- Whoever came in begins anew.
DELETE FROM access.attempts WHERE kind = $1 AND who = $2;

-- name: sweep
-- Forget tries that count no more.
DELETE FROM access.attempts WHERE since < now() - $1::interval;
