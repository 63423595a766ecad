-- name: keep
-- The bytes of a document, once however often it is handed in.
INSERT INTO vault.attachments (organisation, digest, media_type, content)
VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING;

-- name: deposit
-- For which file it was handed in: the first time counts, until it is erased.
INSERT INTO vault.deposits AS known (organisation, file, digest, name, deposited_by, deposited_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (organisation, file, digest) DO UPDATE SET name = excluded.name WHERE known.name = '';

-- name: about
-- What is known of some documents ($3) that were handed in for some files ($2); those whose bytes are there.
SELECT told.digest, told.file, told.name, told.deposited_by, told.deposited_at,
    kept.media_type, octet_length(kept.content) AS size
FROM vault.deposits AS told
JOIN vault.attachments AS kept ON kept.organisation = told.organisation AND kept.digest = told.digest
WHERE told.organisation = $1 AND told.file = ANY ($2::text[]) AND told.digest = ANY ($3::text[])
ORDER BY told.deposited_at, told.file;

-- name: content
-- The bytes of a document.
SELECT content FROM vault.attachments WHERE organisation = $1 AND digest = $2;

-- name: erase
-- Forget a document: its bytes, and what it was called.
WITH gone AS (
    DELETE FROM vault.attachments WHERE organisation = $1 AND digest = $2 RETURNING digest
), unnamed AS (
    UPDATE vault.deposits SET name = '' WHERE organisation = $1 AND digest = $2
)
SELECT count(*) FROM gone;
