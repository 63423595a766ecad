-- name: forget
-- The sheets of files that have moved on.
DELETE FROM sheet WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: sheet
-- The sheet of one file.
SELECT content::text FROM read_models.sheet WHERE organisation = $1 AND file = $2;
