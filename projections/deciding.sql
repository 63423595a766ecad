-- name: waiting
-- What has been waiting at an instant ($5) to be decided ($3: of these kinds) and may mean somebody who is all that ($4), where
-- they do not read every file ($2).
SELECT
    file, kind, subject, since, zone, region, persons, roles, except_for, cooperation
FROM read_models.tasks
WHERE organisation = $1 AND NOT ((file_region = ANY ($2::text[])) <> ('*' = ANY ($2)))
    AND kind = ANY ($3::text[]) AND needs && $4::text[] AND since <= $5 AND (ends_at IS NULL OR ends_at > $5);
