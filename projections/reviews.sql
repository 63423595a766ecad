-- name: forget
-- The lines of reviews that have moved on.
DELETE FROM reviews WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: page
-- Lines that somebody may read or is involved in ($2 to $4) and that pass the filters ($5 to $8, NULL: any), after one
-- of them ($9, $10).
SELECT
    file, review, cooperation, name, region, managers, rulebook, question, question_fr, question_en, panel, panel_fr,
    panel_en, mode, funding, amendment, resubmits, status, opened_by, opened_at, ended_at, dossier, involved,
    effective, present, quorum, next_deadline, next_deadline_fr, next_deadline_en, next_due_on,
    next_overdue_from, position, recorded_at
FROM read_models.reviews
WHERE organisation = $1
    AND ((region = ANY ($2::text[])) <> ('*' = ANY ($2)) OR involved && $4::text[]
        OR managers && $4 AND (region = ANY ($3::text[])) <> ('*' = ANY ($3)))
    AND ($5::text IS NULL OR region = $5) AND ($6::text IS NULL OR status = $6)
    AND ($7::text IS NULL OR panel = $7) AND ($8::boolean IS NULL OR (ended_at IS NULL) = $8)
    AND ($9::text IS NULL OR opened_at < $9 OR (opened_at = $9 AND file > $10))
ORDER BY opened_at DESC, file
LIMIT $11;

-- name: counts
-- How many of the lines that somebody may read or is involved in pass the filters, by status.
SELECT status, count(*) AS reviews
FROM read_models.reviews
WHERE organisation = $1
    AND ((region = ANY ($2::text[])) <> ('*' = ANY ($2)) OR involved && $4::text[]
        OR managers && $4 AND (region = ANY ($3::text[])) <> ('*' = ANY ($3)))
    AND ($5::text IS NULL OR region = $5) AND ($6::text IS NULL OR status = $6)
    AND ($7::text IS NULL OR panel = $7) AND ($8::boolean IS NULL OR (ended_at IS NULL) = $8)
GROUP BY status
ORDER BY status;
