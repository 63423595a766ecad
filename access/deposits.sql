-- name: ask
-- A link by which something may be handed in.
INSERT INTO access.deposit_links (organisation, deposit, file, kind, part, asked_by, asked_at, ends_at, token)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: by_token
-- What a link is for.
SELECT organisation, deposit, file, kind, part, asked_by, asked_at, ends_at, taken_by
FROM access.deposit_links WHERE token = $1;

-- name: links
-- The links of some files.
SELECT organisation, deposit, file, kind, part, asked_by, asked_at, ends_at, taken_by
FROM access.deposit_links
WHERE organisation = $1 AND file = ANY ($2::text[])
ORDER BY asked_at, deposit;

-- name: one
-- A link by its id.
SELECT organisation, deposit, file, kind, part, asked_by, asked_at, ends_at, taken_by
FROM access.deposit_links WHERE organisation = $1 AND deposit = $2;

-- name: waiting
-- Those by which something came that nobody has taken in.
SELECT organisation, deposit, file, kind, part, asked_by, asked_at, ends_at, taken_by
FROM access.deposit_links AS l
WHERE organisation = $1 AND taken_by IS NULL
    AND EXISTS (SELECT FROM access.deposited AS d WHERE d.organisation = $1 AND d.deposit = l.deposit)
ORDER BY asked_at, deposit;

-- name: came
-- What came by some links, in order.
SELECT deposit, digest, name, size, note, at FROM access.deposited
WHERE organisation = $1 AND deposit = ANY ($2::text[]) ORDER BY deposit, number;

-- name: hand_in
-- Another document; none where the link was closed meanwhile. The same again changes nothing.
INSERT INTO access.deposited (organisation, deposit, number, digest, name, size, note, at)
SELECT l.organisation, l.deposit, (
    SELECT coalesce(max(d.number), 0) + 1 FROM access.deposited AS d
    WHERE d.organisation = l.organisation AND d.deposit = l.deposit
), $3, $4, $5, $6, $7
FROM access.deposit_links AS l
WHERE l.organisation = $1 AND l.deposit = $2 AND l.taken_by IS NULL
ON CONFLICT (organisation, deposit, digest) DO NOTHING;

-- name: lock
-- One hands in after the other.
SELECT deposit FROM access.deposit_links WHERE organisation = $1 AND deposit = $2 FOR UPDATE;

-- name: take
-- A manager has taken in what came, or needs no more: the link is closed.
UPDATE access.deposit_links SET taken_by = $3 WHERE organisation = $1 AND deposit = $2 AND taken_by IS NULL;
