-- name: forget
-- The deadlines of files that have moved on.
DELETE FROM calendar WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: entries
-- What is open, or was until an instant ($5), of files that somebody may read or is involved in ($2 to $4): theirs ($6),
-- of a region ($7), of a programme ($8); the $9 that changed last; nothing of fundings that are closed to them ($10).
SELECT * FROM (
    SELECT
        file, base, deadline, name_fr, name_en, day, zone, became, sequence, changed_at, cooperation, file_name
    FROM read_models.calendar
    WHERE organisation = $1
        AND ((region = ANY ($2::text[])) <> ('*' = ANY ($2)) OR involved && $4::text[]
            OR managers && $4 AND (region = ANY ($3::text[])) <> ('*' = ANY ($3)))
        AND file <> ALL (ARRAY(:closed))
        AND (became = 'open' OR changed_at > $5)
        AND (NOT $6::boolean OR managers && $4 OR people && $4)
        AND ($7::text IS NULL OR region = $7) AND ($8::text IS NULL OR programme = $8)
    ORDER BY changed_at DESC, file, base
    LIMIT $9
) AS entries
ORDER BY day, file, base;
