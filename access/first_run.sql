-- name: make
-- Another code, in the place of the one before.
WITH gone AS (DELETE FROM access.founding_code)
INSERT INTO access.founding_code (digest) SELECT $1::bytea
ON CONFLICT ((true)) DO UPDATE SET digest = excluded.digest, made_at = now();

-- name: holds
-- Whether this is the code.
SELECT EXISTS (SELECT FROM access.founding_code WHERE digest = $1);

-- name: spend
-- No code is good any more.
DELETE FROM access.founding_code;
