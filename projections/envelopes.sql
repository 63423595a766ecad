-- name: forget
-- Envelopes that are written anew.
DELETE FROM envelopes WHERE organisation = $1 AND envelope = ANY ($2::text[]);

-- name: envelopes
-- All envelopes, by programme and instrument, the latest year first.
SELECT
    envelope, programme, instrument, fast_track, year, rulebook, allotted_cents, carried_in_cents,
    carried_out_cents, reserved_cents, consumed_cents, balance_cents, fundings, fundings_per_year,
    payments_cents, paid_cents
FROM read_models.envelopes
WHERE organisation = $1
ORDER BY programme, instrument, fast_track, year DESC;
