-- name: note
-- Who came, how, with which result.
INSERT INTO access.sign_ins (account, way, result) VALUES ($1, $2, $3);

-- name: latest
-- The last ones, the newest first.
SELECT at, account, way, result FROM access.sign_ins ORDER BY id DESC LIMIT $1;

-- name: of_organisation
-- A page of those of an organisation's people, the newest first.
SELECT s.id, s.at, m.person, s.way, s.result
FROM access.sign_ins AS s JOIN access.memberships AS m ON m.account = s.account
WHERE m.organisation = $1 AND ($2::bigint IS NULL OR s.id < $2)
ORDER BY s.id DESC LIMIT $3;

-- name: last_of
-- When somebody last came in.
SELECT max(at) FROM access.sign_ins WHERE account = $1 AND result = 'in' AND way <> 'proof';

-- name: sweep
-- Forget the old ones.
DELETE FROM access.sign_ins WHERE at < now() - $1::interval;
