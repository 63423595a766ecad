-- name: ensure
-- The account of an address, made where there is none.
WITH made AS (
    INSERT INTO access.accounts (id, address) VALUES ($1, $2)
    ON CONFLICT (address) DO NOTHING
    RETURNING id
)
SELECT id FROM made
UNION ALL
SELECT id FROM access.accounts WHERE address = $2
LIMIT 1;

-- name: of_address
-- The account of an address.
SELECT id, password, language FROM access.accounts WHERE address = $1;

-- name: account
-- An account by its id.
SELECT id, password, language FROM access.accounts WHERE id = $1;

-- name: set_password
-- Another password.
UPDATE access.accounts SET password = $2 WHERE id = $1;

-- name: set_language
-- Another language, in what is open already too.
WITH changed AS (UPDATE access.accounts SET language = $2 WHERE id = $1)
UPDATE access.sessions SET language = $2 WHERE account = $1;
