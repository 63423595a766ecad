-- name: forget
-- The lines of reviews that have moved on.
DELETE FROM reviews WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: reviews
-- All reviews, the last asked first.
SELECT
    file, review, cooperation, name, region, managers, rulebook, question, question_fr, question_en, panel, panel_fr,
    panel_en, mode, funding, amendment, resubmits, status, opened_by, opened_at, ended_at, dossier, involved,
    effective, present, quorum, next_deadline, next_deadline_fr, next_deadline_en, next_due_on,
    next_overdue_from, position, recorded_at
FROM read_models.reviews
WHERE organisation = $1
ORDER BY opened_at DESC, file;
