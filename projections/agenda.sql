-- name: forget
-- The deadlines of files that have moved on.
DELETE FROM agenda WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: agenda
-- What falls due before an instant, soonest first, what is overdue included.
SELECT
    file, occurrence, deadline, name_fr, name_en, subject, due_at, due_on, overdue_from, zone, silent, next_rung_at, managers,
    rulebook, moves, clipped, ends_at, silence_at, silence_on, silence_from,
    silence_counts_as, silence_held_back
FROM read_models.agenda
WHERE organisation = $1 AND due_at <= $2
ORDER BY due_at, file, occurrence;
