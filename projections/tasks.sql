-- name: forget
-- What waited in files that have moved on.
DELETE FROM tasks WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: tasks
-- What has been waiting at an instant for a person ($3) or for holders of roles ($4); for anybody if NULL.
SELECT
    file, kind, subject, name_fr, name_en, since, zone, due_on, overdue_from, region, persons, roles, except_for, ends_at
FROM read_models.tasks
WHERE organisation = $1 AND since <= $2 AND (ends_at IS NULL OR ends_at > $2)
    AND ($3::text IS NULL OR $3 = ANY (persons) OR roles && $4::text[])
ORDER BY since, file, kind, subject, roles, persons;
