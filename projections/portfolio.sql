-- name: forget
-- The lines of files that have moved on.
DELETE FROM portfolio WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: portfolio
-- The lines of a region and a status; NULL means all.
SELECT
    file, name, territory, region, programme, rulebook, object, cooperation_type, economic_model, origin,
    managers, phase, pass_number, entered_at, status, last_contact_at, next_deadline, next_deadline_fr,
    next_deadline_en, next_due_on, next_overdue_from, closing, position, recorded_at
FROM read_models.portfolio
WHERE organisation = $1 AND ($2::text IS NULL OR region = $2) AND ($3::text IS NULL OR status = $3)
ORDER BY name, file;
