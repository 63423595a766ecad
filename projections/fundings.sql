-- name: forget
-- The lines of fundings that have moved on.
DELETE FROM fundings WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: page
-- Lines that somebody may read ($2 to $4) and that pass the filters ($5 to $7, NULL: any), after one of them ($8 to $11);
-- without those that are closed to them at an instant ($13).
SELECT
    file, funding, cooperation, name, region, managers, rulebook, instrument, instrument_fr, instrument_en,
    fast_track, beneficiary, status, requested_by, requested_at, requested_cents, eligible, decided_at,
    granted_cents, until, reserved_cents, paid_cents, released_cents, reclaimed_cents, refunded_cents,
    next_deadline, next_deadline_fr, next_deadline_en, next_due_on, next_overdue_from, position, recorded_at
FROM read_models.fundings
WHERE organisation = $1
    AND ((region = ANY ($2::text[])) <> ('*' = ANY ($2)) OR managers && $4::text[] AND (region = ANY ($3::text[])) <> ('*' = ANY ($3)))
    AND file <> ALL (ARRAY(:closed))
    AND ($5::text IS NULL OR region = $5) AND ($6::text IS NULL OR status = $6)
    AND ($7::text IS NULL OR instrument = $7)
    AND (name, cooperation, requested_at, file)
        > (coalesce($8::text, ''), coalesce($9::text, ''), coalesce($10::text, ''), coalesce($11::text, ''))
ORDER BY name, cooperation, requested_at, file
LIMIT $12;

-- name: counts
-- How many of the lines that somebody may read pass the filters, by status, and what they come to.
SELECT
    status, count(*) AS fundings, sum(requested_cents)::bigint AS requested_cents,
    coalesce(sum(granted_cents), 0)::bigint AS granted_cents, sum(paid_cents)::bigint AS paid_cents
FROM read_models.fundings
WHERE organisation = $1
    AND ((region = ANY ($2::text[])) <> ('*' = ANY ($2)) OR managers && $4::text[] AND (region = ANY ($3::text[])) <> ('*' = ANY ($3)))
    AND file <> ALL (ARRAY(:closed))
    AND ($5::text IS NULL OR region = $5) AND ($6::text IS NULL OR status = $6)
    AND ($7::text IS NULL OR instrument = $7)
GROUP BY status
ORDER BY status;
