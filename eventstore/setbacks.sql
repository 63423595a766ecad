-- name: note
-- Write down that a ledger went back; the same loss, noticed by several or again, once.
INSERT INTO follower.setbacks (organisation, known_position, known_hash, found_position, noticed_at)
VALUES ($1, $2, $3, $4, now())
ON CONFLICT DO NOTHING;

-- name: standing
-- What nobody has dealt with yet.
SELECT noticed_at, known_position, found_position FROM follower.setbacks
WHERE organisation = $1 AND settled_at IS NULL ORDER BY noticed_at;

-- name: settle
-- Somebody has dealt with it.
UPDATE follower.setbacks SET settled_at = now() WHERE organisation = $1 AND settled_at IS NULL;
