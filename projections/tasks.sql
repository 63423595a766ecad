-- name: forget
-- What waited in files that have moved on.
DELETE FROM tasks WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: may_read
-- Whether the file of a row is one that somebody may read in full or is involved in ($2 to $4).
(file_region = ANY ($2::text[])) <> ('*' = ANY ($2)) OR involved && $4::text[] OR file = ANY (ARRAY(
    SELECT file FROM (
        SELECT organisation, file, region, managers FROM read_models.portfolio
        UNION ALL SELECT organisation, file, region, managers FROM read_models.reviews
        UNION ALL SELECT organisation, file, region, managers FROM read_models.fundings
    ) AS files
    WHERE $3::text[] <> '{}' AND organisation = $1 AND managers && $4 AND (region = ANY ($3)) <> ('*' = ANY ($3))
))

-- name: page
-- What has been waiting at an instant ($6) and may mean somebody ($7), anybody if NULL, after a row ($12 to $17), of a kind, a
-- programme and a region ($9 to $11, NULL: any): in files that they may read or are involved in ($2 to $4), in bank
-- details if they keep them ($5). For administrators, who say what anybody is ($8), also what may mean nobody who could do it:
-- nobody is that, or somebody is kept from it, or it is done in another file.
-- In cooperations in which a decision waits for them ($19), too.
-- What waits about a request on which they sit comes too, not readable: it may wait for their own declaration first.
SELECT
    file, kind, subject, name_fr, name_en, since, zone, due_on, overdue_from, region, persons, roles, except_for, ends_at,
    of_fr, of_en, awaits, unless_holds, offers, cooperation, file_name, readable
FROM read_models.tasks AS line, LATERAL (
    SELECT CASE
        WHEN starts_with(file, 'account:') THEN $5
        ELSE file <> ALL (ARRAY(:closed)) AND (:may_read OR cooperation = ANY ($19::text[]))
    END AS readable
) AS judged
WHERE organisation = $1
    AND (readable OR file = ANY (ARRAY(
        SELECT unnest(ARRAY['funding:' || own.funding, beside.file])
        FROM read_models.reviews AS own JOIN read_models.reviews AS beside USING (organisation, funding)
        WHERE organisation = $1 AND own.involved && $4
    )))
    AND since <= $6 AND (ends_at IS NULL OR ends_at > $6)
    AND ($7::text[] IS NULL OR needs && $7 OR $8::text[] IS NOT NULL AND (
        except_for <> '{}' OR awaits <> '{}'
        OR file IN (
            SELECT coalesce(review.file, told.request)
            FROM read_models.conflicts AS told
            LEFT JOIN read_models.reviews AS review
                ON review.organisation = $1 AND told.request IN ('funding:' || review.funding, review.file)
            WHERE told.organisation = $1
            UNION SELECT request FROM read_models.conflicts WHERE organisation = $1
        )
        OR NOT EXISTS (SELECT FROM unnest(needs) AS need WHERE need IN (SELECT unnest($8::text[]))) AND NOT EXISTS (
            SELECT FROM read_models.tasks AS beside, unnest(beside.needs) AS need
            WHERE beside.organisation = $1 AND beside.file = line.file AND beside.kind = line.kind
                AND beside.subject = line.subject AND need IN (SELECT unnest($8::text[]))
        )
    ))
    AND ($9::text IS NULL OR kind = $9) AND ($10::text IS NULL OR programme = $10)
    AND ($11::text IS NULL OR file_region = $11)
    AND (since, file, kind, subject, roles, persons) > (
        coalesce($12::timestamptz, '-infinity'), coalesce($13::text, ''), coalesce($14::text, ''),
        coalesce($15::text, ''), coalesce($16::text[], '{}'), coalesce($17::text[], '{}')
    )
ORDER BY since, file, kind, subject, roles, persons
LIMIT $18;

-- name: waiting
-- What has been waiting at an instant ($3) in files ($2), whoever may read it: others wait for what is done there.
SELECT
    file, kind, subject, name_fr, name_en, since, zone, due_on, overdue_from, region, persons, roles, except_for, ends_at,
    of_fr, of_en, awaits, unless_holds, offers
FROM read_models.tasks
WHERE organisation = $1 AND file = ANY ($2::text[]) AND since <= $3 AND (ends_at IS NULL OR ends_at > $3);

-- name: stopped
-- The other systems that are told nothing any more until somebody sees to it.
SELECT id, url, stopped_at FROM webhooks.subscriptions WHERE organisation = $1 AND stopped_at IS NOT NULL ORDER BY id;

-- name: undeclared
-- Of reviews ($5) and people ($6), pair by pair, those whose review somebody may read or is involved in ($2 to $4), and in
-- which no row of its own tells at an instant ($7) a person ($8), anybody if NULL, that these interests are to be declared.
-- Also those of cooperations in which a decision waits for them ($9).
SELECT DISTINCT asked.file, asked.subject
FROM unnest($5::text[], $6::text[]) AS asked (file, subject)
JOIN read_models.reviews AS review ON review.organisation = $1 AND review.file = asked.file
WHERE ((region = ANY ($2::text[])) <> ('*' = ANY ($2)) OR involved && $4::text[]
        OR managers && $4 AND (region = ANY ($3::text[])) <> ('*' = ANY ($3)) OR review.cooperation = ANY ($9::text[]))
    AND NOT EXISTS (
        SELECT FROM read_models.tasks AS line
        WHERE line.organisation = $1 AND line.file = asked.file AND line.kind = 'interests'
            AND line.subject = asked.subject AND line.since <= $7 AND (line.ends_at IS NULL OR line.ends_at > $7)
            AND ($8::text IS NULL OR $8 = ANY (line.persons))
    );

-- name: number
-- How many tasks have been waiting at an instant ($6) for a person ($7), who is ($8) all that, in files that they may read or are
-- involved in ($2 to $4), in bank details if they keep them ($5), and where a decision waits for them ($9); without those that a conflict keeps
-- them from. Other systems that are told nothing any more are tasks of administrators.
SELECT count(DISTINCT (file, kind, subject)) + (
    SELECT count(*) FROM webhooks.subscriptions
    WHERE organisation = $1 AND stopped_at IS NOT NULL AND 'administrator' = ANY ($8::text[])
) AS tasks
FROM read_models.tasks AS line
WHERE organisation = $1 AND needs && $8::text[] AND since <= $6 AND (ends_at IS NULL OR ends_at > $6)
    AND awaits = '{}' AND $7 <> ALL (except_for)
    AND CASE
        WHEN starts_with(file, 'account:') THEN $5
        ELSE file <> ALL (ARRAY(:closed)) AND (:may_read OR cooperation = ANY ($9::text[]))
    END
    AND NOT EXISTS (
        SELECT FROM read_models.conflicts AS told
        LEFT JOIN read_models.reviews AS review ON review.organisation = $1 AND review.file = line.file
        WHERE told.organisation = $1 AND told.request = coalesce('funding:' || review.funding, line.file)
            AND told.person = $7 AND (told.ends_at IS NULL OR told.ends_at > $6)
            AND NOT (line.kind = 'interests' AND told.reason = 'undeclared')
    );
