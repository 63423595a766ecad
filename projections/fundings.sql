-- name: forget
-- The lines of fundings that have moved on.
DELETE FROM fundings WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: fundings
-- All fundings, by the name of their cooperation, the first asked for first.
SELECT
    file, funding, cooperation, name, region, managers, rulebook, instrument, instrument_fr, instrument_en,
    fast_track, beneficiary, status, requested_by, requested_at, requested_cents, eligible, decided_at,
    granted_cents, until, reserved_cents, paid_cents, released_cents, reclaimed_cents, refunded_cents,
    next_deadline, next_deadline_fr, next_deadline_en, next_due_on, next_overdue_from, position, recorded_at
FROM read_models.fundings
WHERE organisation = $1
ORDER BY name, cooperation, requested_at, file;
