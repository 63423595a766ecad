-- name: forget
-- The lines of reviews that have moved on.
DELETE FROM reviews WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: page
-- Lines that somebody may read ($2 to $4) or is involved in ($5) and that pass the filters ($6 to $9, NULL: any), after one
-- of them ($10, $11).
SELECT
    file, review, cooperation, name, region, managers, rulebook, question, question_fr, question_en, panel, panel_fr,
    panel_en, mode, funding, amendment, resubmits, status, opened_by, opened_at, ended_at, dossier, involved,
    effective, present, quorum, next_deadline, next_deadline_fr, next_deadline_en, next_due_on,
    next_overdue_from, position, recorded_at
FROM read_models.reviews
WHERE organisation = $1
    AND (($2 AND region <> ALL ($3::text[])) OR region = ANY ($4::text[]) OR involved && $5::text[])
    AND ($6::text IS NULL OR region = $6) AND ($7::text IS NULL OR status = $7)
    AND ($8::text IS NULL OR panel = $8) AND ($9::boolean IS NULL OR (ended_at IS NULL) = $9)
    AND ($10::text IS NULL OR opened_at < $10 OR (opened_at = $10 AND file > $11))
ORDER BY opened_at DESC, file
LIMIT $12;

-- name: counts
-- How many of the lines that somebody may read or is involved in pass the filters, by status.
SELECT status, count(*) AS reviews
FROM read_models.reviews
WHERE organisation = $1
    AND (($2 AND region <> ALL ($3::text[])) OR region = ANY ($4::text[]) OR involved && $5::text[])
    AND ($6::text IS NULL OR region = $6) AND ($7::text IS NULL OR status = $7)
    AND ($8::text IS NULL OR panel = $8) AND ($9::boolean IS NULL OR (ended_at IS NULL) = $9)
GROUP BY status
ORDER BY status;
