-- name: keep
-- Keep a form as it is now; the one before of the same command goes.
INSERT INTO workspace.drafts (organisation, person, command_id, command, typed)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (organisation, person, command_id)
DO UPDATE SET command = excluded.command, typed = excluded.typed, kept_at = now();

-- name: expire
-- Whoever keeps one sweeps out what is too old, whosever it is.
DELETE FROM workspace.drafts WHERE kept_at < now() - $1::interval;

-- name: of
-- What somebody has begun, the last first.
SELECT command_id, command, typed, kept_at FROM workspace.drafts
WHERE organisation = $1 AND person = $2 AND kept_at >= now() - $3::interval
ORDER BY kept_at DESC, command_id;

-- name: find
-- One of them.
SELECT command_id, command, typed, kept_at FROM workspace.drafts
WHERE organisation = $1 AND person = $2 AND command_id = $3 AND kept_at >= now() - $4::interval;

-- name: drop
-- It was recorded, or thrown away.
DELETE FROM workspace.drafts WHERE organisation = $1 AND person = $2 AND command_id = $3;
