-- name: account_of
-- Whom a provider means.
SELECT account FROM access.identities WHERE issuer = $1 AND subject = $2;

-- name: link
-- From now on a provider means this account.
INSERT INTO access.identities (issuer, subject, account) VALUES ($1, $2, $3)
ON CONFLICT (issuer, subject) DO UPDATE SET account = excluded.account, linked_at = now();
