-- name: ask
-- A link by which something may be handed in.
INSERT INTO access.deposit_links (organisation, deposit, file, kind, part, asked_by, asked_at, ends_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: draw
-- One more secret of a link.
INSERT INTO access.deposit_tokens (token, organisation, deposit) VALUES ($1, $2, $3);

-- name: by_token
-- What a link is for.
SELECT l.organisation, l.deposit, l.file, l.kind, l.part, l.asked_by, l.asked_at, l.ends_at, l.taken_by, o.state AS letter
FROM access.deposit_tokens AS t
JOIN access.deposit_links AS l USING (organisation, deposit)
LEFT JOIN mail.outbox AS o ON o.organisation = l.organisation AND o.id = 'deposit-' || l.deposit
WHERE t.token = $1;

-- name: links
-- The links of some files.
SELECT l.organisation, l.deposit, l.file, l.kind, l.part, l.asked_by, l.asked_at, l.ends_at, l.taken_by, o.state AS letter
FROM access.deposit_links AS l
LEFT JOIN mail.outbox AS o ON o.organisation = l.organisation AND o.id = 'deposit-' || l.deposit
WHERE l.organisation = $1 AND l.file = ANY ($2::text[])
ORDER BY l.asked_at, l.deposit;

-- name: one
-- A link by its id.
SELECT l.organisation, l.deposit, l.file, l.kind, l.part, l.asked_by, l.asked_at, l.ends_at, l.taken_by, o.state AS letter
FROM access.deposit_links AS l
LEFT JOIN mail.outbox AS o ON o.organisation = l.organisation AND o.id = 'deposit-' || l.deposit
WHERE l.organisation = $1 AND l.deposit = $2;

-- name: waiting
-- Those by which something came that nobody has taken in, and whose letter did not arrive, or perhaps not.
SELECT l.organisation, l.deposit, l.file, l.kind, l.part, l.asked_by, l.asked_at, l.ends_at, l.taken_by, o.state AS letter
FROM access.deposit_links AS l
LEFT JOIN mail.outbox AS o ON o.organisation = l.organisation AND o.id = 'deposit-' || l.deposit
WHERE l.organisation = $1 AND l.taken_by IS NULL AND (
    o.state IN ('failed', 'unknown')
    OR EXISTS (SELECT FROM access.deposited AS d WHERE d.organisation = $1 AND d.deposit = l.deposit)
)
ORDER BY l.asked_at, l.deposit;

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
