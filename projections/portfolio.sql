-- name: forget
-- The lines of files that have moved on.
DELETE FROM portfolio WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: columns
-- What a line tells.
file, name, territory, region, programme, rulebook, object, cooperation_type, economic_model, origin,
managers, phase, pass_number, entered_at, status, last_contact_at, last_contact_on, next_deadline, next_deadline_fr,
next_deadline_en, next_due_on, next_overdue_from, closing, call, stage, position, recorded_at

-- name: wanted
-- Of an organisation ($1) what somebody may read ($2 to $4) and what passes the filters ($5 to $18, NULL: any).
organisation = $1
    AND (($2 AND region <> ALL ($3::text[])) OR region = ANY ($4::text[]))
    AND ($5::text IS NULL OR region = $5) AND ($6::text IS NULL OR programme = $6)
    AND ($7::text IS NULL OR phase = $7) AND ($8::text IS NULL OR status = $8)
    AND ($9::text IS NULL OR $9 = ANY (managers)) AND ($10::date IS NULL OR next_due_on <= $10)
    AND ($11::boolean IS NULL OR (status <> 'closed') = $11)
    AND ($12::timestamptz IS NULL OR next_overdue_from <= $12)
    AND ($13::date IS NULL OR last_contact_on < $13)
    AND ($14::date IS NULL OR coalesce(last_contact_on < $14, true))
    AND ($15::text IS NULL OR call = $15) AND ($16::text IS NULL OR stage = $16)
    AND ($17::text[] IS NULL OR search ~ ALL ($17))
    AND ($18::boolean IS NULL OR (status = ANY ('{paused,declined,abandonment-requested}')) = $18)

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
-- Lines in an order, after one of them ($19, $20).
SELECT :columns, :key AS sort_key
FROM read_models.portfolio
WHERE :wanted AND (:key, file) :beyond ($19, $20::text)
ORDER BY :key :way, file :way
LIMIT $21;

-- name: neighbours
-- What stands before and after a line ($19) in an order, its number there and of how many; nothing where it is not among them.
SELECT
    previous.file AS previous, previous.name AS previous_name, next.file AS next, next.name AS next_name,
    (SELECT count(*) FROM read_models.portfolio WHERE :wanted AND (:key, file) :beyond_back (here.key, $19)) + 1 AS number,
    (SELECT count(*) FROM read_models.portfolio WHERE :wanted) AS files
FROM (SELECT :key AS key FROM read_models.portfolio WHERE :wanted AND file = $19::text) AS here
LEFT JOIN LATERAL (
    SELECT file, name FROM read_models.portfolio WHERE :wanted AND (:key, file) :beyond_back (here.key, $19)
    ORDER BY :key :way_back, file :way_back LIMIT 1
) AS previous ON true
LEFT JOIN LATERAL (
    SELECT file, name FROM read_models.portfolio WHERE :wanted AND (:key, file) :beyond (here.key, $19)
    ORDER BY :key :way, file :way LIMIT 1
) AS next ON true;

-- name: counts
-- How many lines pass, by rulebook, phase and status.
SELECT rulebook, phase, status, count(*) AS files
FROM read_models.portfolio
WHERE :wanted
GROUP BY rulebook, phase, status
ORDER BY rulebook, phase, status;

-- name: board
-- In each phase ($19) the first ($21) of the files that go on, by their soonest deadline; then of those that are asleep ($20).
SELECT card.*
FROM unnest($19::text[]) WITH ORDINALITY AS stack (of_phase, number), LATERAL (
    SELECT :columns FROM read_models.portfolio
    WHERE :wanted AND phase = of_phase AND status = 'active'
    ORDER BY :key, file
    LIMIT $21
) AS card
UNION ALL
(
    SELECT :columns FROM read_models.portfolio
    WHERE :wanted AND status = ANY ($20::text[])
    ORDER BY :key, file
    LIMIT $21
);

-- name: values
-- What stands in the lines that somebody may read ($2 to $4), each once: by what it is, for stages with their call.
WITH readable AS MATERIALIZED (
    SELECT region, rulebook, call, stage, managers FROM read_models.portfolio
    WHERE organisation = $1
        AND (($2 AND region <> ALL ($3::text[])) OR region = ANY ($4::text[]))
)
SELECT 'region' AS what, region AS value, '' AS call FROM readable
UNION SELECT 'rulebook', rulebook, '' FROM readable
UNION SELECT 'stage', stage, call FROM readable WHERE call IS NOT NULL
UNION SELECT 'manager', unnest(managers), '' FROM readable
ORDER BY what, call, value;
