-- name: forget
-- What reviews that have moved on told.
DELETE FROM conflicts WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: conflicts
-- Who has no hand at an instant ($2) in some reviews and fundings ($3), by each of them.
SELECT asked.about, told.file, told.person, told.reason, told.question_fr, told.question_en
FROM unnest($3::text[]) AS asked (about)
LEFT JOIN read_models.reviews AS review ON review.organisation = $1 AND review.file = asked.about
JOIN read_models.conflicts AS told
    ON told.organisation = $1 AND told.request = coalesce('funding:' || review.funding, asked.about)
WHERE told.ends_at IS NULL OR told.ends_at > $2
ORDER BY asked.about, told.file, told.person, told.reason;
