-- name: forget
-- The deadlines of files that have moved on.
DELETE FROM agenda WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: page
-- What falls due, or is done by the service, before an instant ($5) and is not over at another ($6), of files that somebody may read or is involved in
-- ($2 to $4) and that pass the filters ($7 to $9, NULL: any), soonest first, what is overdue included, after one of
-- them ($10 to $12); nothing of fundings that are closed to them at an instant ($14).
SELECT
    file, occurrence, deadline, name_fr, name_en, subject, due_at, due_on, overdue_from, zone, silent, next_rung_at, managers,
    rulebook, cooperation, file_name, moves, clipped, ends_at, silence_at, silence_on, silence_from,
    silence_counts_as, silence_held_back, act
FROM read_models.agenda
WHERE organisation = $1
    AND ((region = ANY ($2::text[])) <> ('*' = ANY ($2)) OR involved && $4::text[]
        OR managers && $4 AND (region = ANY ($3::text[])) <> ('*' = ANY ($3)))
    AND file <> ALL (ARRAY(:closed))
    AND due_at <= $5 AND ($6::timestamptz IS NULL OR ends_at IS NULL OR ends_at > $6)
    AND ($7::text IS NULL OR region = $7) AND ($8::text IS NULL OR $8 = ANY (managers))
    AND ($9::text IS NULL OR programme = $9)
    AND (due_at, file, occurrence)
        > (coalesce($10::timestamptz, '-infinity'), coalesce($11::text, ''), coalesce($12::text, ''))
ORDER BY due_at, file, occurrence
LIMIT $13;

-- name: counts
-- How many of them there are, and how many of those have passed at an instant ($10).
SELECT count(*) AS deadlines, count(*) FILTER (WHERE overdue_from <= $10) AS overdue
FROM read_models.agenda
WHERE organisation = $1
    AND ((region = ANY ($2::text[])) <> ('*' = ANY ($2)) OR involved && $4::text[]
        OR managers && $4 AND (region = ANY ($3::text[])) <> ('*' = ANY ($3)))
    AND file <> ALL (ARRAY(:closed))
    AND due_at <= $5 AND ($6::timestamptz IS NULL OR ends_at IS NULL OR ends_at > $6)
    AND ($7::text IS NULL OR region = $7) AND ($8::text IS NULL OR $8 = ANY (managers))
    AND ($9::text IS NULL OR programme = $9);

-- name: to_come
-- What goes out or is done under a programme ($5) before an instant ($6), of the files that somebody may read ($2 to $4), soonest
-- first: the next reminder of each deadline that speaks, and each act of the service; nothing of fundings that are closed to
-- them at an instant ($8).
SELECT
    file, occurrence, deadline, name_fr, name_en, subject, due_at, due_on, overdue_from, zone, silent, next_rung_at, managers,
    rulebook, cooperation, file_name, moves, clipped, ends_at, silence_at, silence_on, silence_from,
    silence_counts_as, silence_held_back, act, least(next_rung_at, act_at) AS comes_at
FROM read_models.agenda, LATERAL (
    SELECT CASE WHEN act = ANY ('{coming,held,announced}') THEN due_at END AS act_at
) AS service
WHERE organisation = $1 AND programme = $5 AND NOT silent
    AND ((region = ANY ($2::text[])) <> ('*' = ANY ($2)) OR involved && $4::text[]
        OR managers && $4 AND (region = ANY ($3::text[])) <> ('*' = ANY ($3)))
    AND file <> ALL (ARRAY(:closed))
    AND (ends_at IS NULL OR ends_at > $8) AND least(next_rung_at, act_at) <= $6
ORDER BY comes_at, file, occurrence
LIMIT $7;
