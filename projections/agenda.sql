-- name: forget
-- The deadlines of files that have moved on.
DELETE FROM agenda WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: page
-- What falls due, or is done by the service, before an instant ($6) and is not over at another ($7), of files that somebody may read ($2 to $4) or is
-- involved in ($5) and that pass the filters ($8 to $10, NULL: any), soonest first, what is overdue included, after one of
-- them ($11 to $13).
SELECT
    file, occurrence, deadline, name_fr, name_en, subject, due_at, due_on, overdue_from, zone, silent, next_rung_at, managers,
    rulebook, cooperation, file_name, moves, clipped, ends_at, silence_at, silence_on, silence_from,
    silence_counts_as, silence_held_back, act
FROM read_models.agenda
WHERE organisation = $1
    AND (($2 AND region <> ALL ($3::text[])) OR region = ANY ($4::text[]) OR involved && $5::text[])
    AND due_at <= $6 AND ($7::timestamptz IS NULL OR ends_at IS NULL OR ends_at > $7)
    AND ($8::text IS NULL OR region = $8) AND ($9::text IS NULL OR $9 = ANY (managers))
    AND ($10::text IS NULL OR programme = $10)
    AND (due_at, file, occurrence)
        > (coalesce($11::timestamptz, '-infinity'), coalesce($12::text, ''), coalesce($13::text, ''))
ORDER BY due_at, file, occurrence
LIMIT $14;

-- name: counts
-- How many of them there are, and how many of those have passed at an instant ($11).
SELECT count(*) AS deadlines, count(*) FILTER (WHERE overdue_from <= $11) AS overdue
FROM read_models.agenda
WHERE organisation = $1
    AND (($2 AND region <> ALL ($3::text[])) OR region = ANY ($4::text[]) OR involved && $5::text[])
    AND due_at <= $6 AND ($7::timestamptz IS NULL OR ends_at IS NULL OR ends_at > $7)
    AND ($8::text IS NULL OR region = $8) AND ($9::text IS NULL OR $9 = ANY (managers))
    AND ($10::text IS NULL OR programme = $10);
