-- name: forget
-- Envelopes that are written anew.
DELETE FROM envelopes WHERE organisation = $1 AND envelope = ANY ($2::text[]);

-- name: page
-- The envelopes, for somebody who may see them ($2), that pass the filters ($3, $4, NULL: any), by programme and instrument,
-- the latest year first, after one of them ($5 to $8).
SELECT
    envelope, programme, instrument, fast_track, year, rulebook, allotted_cents, carried_in_cents,
    carried_out_cents, reserved_cents, consumed_cents, balance_cents, fundings, fundings_per_year,
    payments_cents, paid_cents
FROM read_models.envelopes
WHERE organisation = $1 AND $2
    AND ($3::text IS NULL OR programme = $3) AND ($4::text IS NULL OR year = $4)
    AND ($5::text IS NULL OR (programme, instrument, fast_track) > ($5, $6, $7)
        OR ((programme, instrument, fast_track) = ($5, $6, $7) AND year < $8))
ORDER BY programme, instrument, fast_track, year DESC
LIMIT $9;
