-- name: forget
-- The lines of files that have moved on.
DELETE FROM portfolio WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: page
-- Lines that somebody may read ($2 to $4) and that pass the filters ($5 to $11, NULL: any), after one of them ($12, $13).
SELECT
    file, name, territory, region, programme, rulebook, object, cooperation_type, economic_model, origin,
    managers, phase, pass_number, entered_at, status, last_contact_at, next_deadline, next_deadline_fr,
    next_deadline_en, next_due_on, next_overdue_from, closing, position, recorded_at
FROM read_models.portfolio
WHERE organisation = $1
    AND (($2 AND region <> ALL ($3::text[])) OR region = ANY ($4::text[]))
    AND ($5::text IS NULL OR region = $5) AND ($6::text IS NULL OR programme = $6)
    AND ($7::text IS NULL OR phase = $7) AND ($8::text IS NULL OR status = $8)
    AND ($9::text IS NULL OR $9 = ANY (managers)) AND ($10::date IS NULL OR next_due_on <= $10)
    AND ($11::boolean IS NULL OR (status <> 'closed') = $11)
    AND (name, file) > (coalesce($12::text, ''), coalesce($13::text, ''))
ORDER BY name, file
LIMIT $14;

-- name: counts
-- How many of the lines that somebody may read pass the filters, by rulebook, phase and status.
SELECT rulebook, phase, status, count(*) AS files
FROM read_models.portfolio
WHERE organisation = $1
    AND (($2 AND region <> ALL ($3::text[])) OR region = ANY ($4::text[]))
    AND ($5::text IS NULL OR region = $5) AND ($6::text IS NULL OR programme = $6)
    AND ($7::text IS NULL OR phase = $7) AND ($8::text IS NULL OR status = $8)
    AND ($9::text IS NULL OR $9 = ANY (managers)) AND ($10::date IS NULL OR next_due_on <= $10)
    AND ($11::boolean IS NULL OR (status <> 'closed') = $11)
GROUP BY rulebook, phase, status
ORDER BY rulebook, phase, status;
