-- name: forget
-- The lines of files that have moved on.
DELETE FROM portfolio WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: columns
-- What a line tells.
file, name, territory, region, programme, rulebook, object, cooperation_type, economic_model, origin,
managers, phase, pass_number, entered_at, status, last_contact_at, last_contact_on, next_deadline, next_deadline_fr,
next_deadline_en, next_due_on, next_overdue_from, closing, call, stage, whole, position, recorded_at

-- name: in_full
-- Of an organisation ($1) what somebody reads in full ($2 to $4), for those who read no public sheet ($5).
(
    SELECT *, true AS whole FROM read_models.portfolio
    WHERE organisation = $1 AND $5::text[] = '{}' AND ((region = ANY ($2::text[])) <> ('*' = ANY ($2))
        OR managers && $4::text[] AND (region = ANY ($3::text[])) <> ('*' = ANY ($3)))
) AS seen

-- name: with_sheets
-- The same, and what somebody reads as public sheets ($5): what those do not tell is not there, to be filtered or found by.
(
    SELECT
        organisation, file, name, territory, region, programme, rulebook, phase, pass_number, entered_at, entered_on, status,
        position, recorded_at, sort_name, whole,
        CASE WHEN whole THEN search ELSE concat(' ', sort_name, ' ') END AS search,
        CASE WHEN whole THEN object ELSE '' END AS object,
        CASE WHEN whole THEN cooperation_type ELSE '' END AS cooperation_type,
        CASE WHEN whole THEN economic_model ELSE '' END AS economic_model,
        CASE WHEN whole THEN origin ELSE '' END AS origin,
        CASE WHEN whole THEN managers ELSE '{}' END AS managers,
        CASE WHEN whole THEN last_contact_at END AS last_contact_at,
        CASE WHEN whole THEN last_contact_on END AS last_contact_on,
        CASE WHEN whole THEN next_deadline END AS next_deadline,
        CASE WHEN whole THEN next_deadline_fr END AS next_deadline_fr,
        CASE WHEN whole THEN next_deadline_en END AS next_deadline_en,
        CASE WHEN whole THEN next_due_on END AS next_due_on,
        CASE WHEN whole THEN next_overdue_from END AS next_overdue_from,
        CASE WHEN whole THEN closing END AS closing,
        CASE WHEN whole THEN call END AS call,
        CASE WHEN whole THEN stage END AS stage
    FROM read_models.portfolio, LATERAL (
        SELECT (region = ANY ($2::text[])) <> ('*' = ANY ($2))
            OR managers && $4::text[] AND (region = ANY ($3::text[])) <> ('*' = ANY ($3)) AS whole
    ) AS judged
    WHERE organisation = $1 AND (whole OR (region = ANY ($5::text[])) <> ('*' = ANY ($5)))
) AS seen

-- name: wanted
-- What passes the filters ($6 to $21, NULL: any); a contact of which a sheet does not tell is not missing.
($6::text IS NULL OR region = $6) AND ($7::text IS NULL OR programme = $7)
    AND ($8::text IS NULL OR phase = $8) AND ($9::text IS NULL OR status = $9)
    AND ($10::text IS NULL OR $10 = ANY (managers)) AND ($11::date IS NULL OR next_due_on <= $11)
    AND ($12::boolean IS NULL OR (status <> 'closed') = $12)
    AND ($13::timestamptz IS NULL OR next_overdue_from <= $13)
    AND ($14::date IS NULL OR last_contact_on < $14)
    AND ($15::date IS NULL OR whole AND coalesce(last_contact_on < $15, true))
    AND ($16::text IS NULL OR call = $16) AND ($17::text[] IS NULL OR stage = ANY ($17))
    AND ($18::text[] IS NULL OR search LIKE ALL ($18)) AND ($19::text[] IS NULL OR search ~ ALL ($19))
    AND ($20::boolean IS NULL OR (status = ANY ('{paused,declined,abandonment-requested}')) = $20)
    AND ($21::text IS NULL OR rulebook = $21)

-- name: by_name
-- In the order of names.
sort_name

-- name: by_due
-- The soonest deadline first; what has none stands last.
coalesce(next_due_on, 'infinity')

-- name: by_contact
-- Whom nobody has had contact with for longest first; never comes before all.
coalesce(last_contact_on, '-infinity')

-- name: by_entry
-- What has been in its phase for longest first.
entered_on

-- name: page
-- Lines in an order, after one of them ($22, $23).
SELECT :columns, :key AS sort_key
FROM :seen
WHERE :wanted AND (:key, file) :beyond ($22, $23::text)
ORDER BY :key :way, file :way
LIMIT $24;

-- name: neighbours
-- What stands before and after a line ($22) in an order, its number there and of how many; nothing where it is not among them.
SELECT
    previous.file AS previous, previous.name AS previous_name, next.file AS next, next.name AS next_name,
    (SELECT count(*) FROM :seen WHERE :wanted AND (:key, file) :beyond_back (here.key, $22)) + 1 AS number,
    (SELECT count(*) FROM :seen WHERE :wanted) AS files
FROM (SELECT :key AS key FROM :seen WHERE :wanted AND file = $22::text) AS here
LEFT JOIN LATERAL (
    SELECT file, name FROM :seen WHERE :wanted AND (:key, file) :beyond_back (here.key, $22)
    ORDER BY :key :way_back, file :way_back LIMIT 1
) AS previous ON true
LEFT JOIN LATERAL (
    SELECT file, name FROM :seen WHERE :wanted AND (:key, file) :beyond (here.key, $22)
    ORDER BY :key :way, file :way LIMIT 1
) AS next ON true;

-- name: counts
-- How many lines pass, by rulebook, phase and status.
SELECT rulebook, phase, status, count(*) AS files
FROM :seen
WHERE :wanted
GROUP BY rulebook, phase, status
ORDER BY rulebook, phase, status;

-- name: stages
-- How many applied to a call, by the stage that they stand at.
SELECT call, stage, count(*) AS files
FROM :seen
WHERE :wanted AND call IS NOT NULL
GROUP BY call, stage
ORDER BY call, stage;

-- name: board
-- In each phase ($22) the first ($24) of the files that go on, by their soonest deadline; then of those that are asleep ($23).
SELECT card.*
FROM unnest($22::text[]) WITH ORDINALITY AS stack (of_phase, number), LATERAL (
    SELECT :columns FROM :seen
    WHERE :wanted AND phase = of_phase AND status = 'active'
    ORDER BY :key, file
    LIMIT $24
) AS card
UNION ALL
(
    SELECT :columns FROM :seen
    WHERE :wanted AND status = ANY ($23::text[])
    ORDER BY :key, file
    LIMIT $24
);

-- name: values
-- What stands in the lines that somebody may read ($2 to $5), each once: together, then who is in charge.
SELECT DISTINCT region, rulebook, call, stage, NULL AS manager FROM :seen
UNION ALL SELECT DISTINCT NULL, NULL, NULL, NULL, unnest(managers) FROM :seen;
