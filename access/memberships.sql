-- name: places
-- Whose address, lying where in the vault, was looked at already.
SELECT person, place FROM access.memberships WHERE organisation = $1;

-- name: join
-- Somebody's address leads to an account, and to no other.
INSERT INTO access.memberships (organisation, person, account, place) VALUES ($1, $2, $3, $4)
ON CONFLICT (organisation, person) DO UPDATE SET account = excluded.account, place = excluded.place;

-- name: of_account
-- As whom an account is known, where.
SELECT organisation, person, place FROM access.memberships
WHERE account = $1 AND ($2::text IS NULL OR organisation = $2)
ORDER BY organisation, person;

-- name: account_of
-- The account of a person.
SELECT account FROM access.memberships WHERE organisation = $1 AND person = $2 AND place = $3;

-- name: forget
-- Whoever is forgotten signs in no more.
SELECT access.forget($1, $2);
