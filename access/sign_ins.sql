-- name: note
-- Who came, how, with which result.
INSERT INTO access.sign_ins (account, way, result) VALUES ($1, $2, $3);

-- name: latest
-- The last ones, the newest first.
SELECT at, account, way, result FROM access.sign_ins ORDER BY id DESC LIMIT $1;

-- name: sweep
-- Forget the old ones.
DELETE FROM access.sign_ins WHERE at < now() - $1::interval;
