-- name: forget
-- What reviews that have moved on told.
DELETE FROM conflicts WHERE organisation = $1 AND file = ANY ($2::text[]);

-- name: closed
-- The fundings that are closed to their reader ($4, by all ids) at an instant (:at), whatever they may read besides: who has
-- a conflict, for good; who sits on a panel that is asked and has not declared, until then.
SELECT told.request
FROM read_models.conflicts AS told
LEFT JOIN read_models.reviews AS review ON review.organisation = $1 AND review.file = told.file
WHERE told.organisation = $1 AND told.person = ANY ($4::text[]) AND starts_with(told.request, 'funding:')
    AND (told.reason = 'recused' OR told.reason = 'undeclared' AND review.ended_at IS NULL)
    AND (told.ends_at IS NULL OR told.ends_at > :at)

-- name: conflicts
-- Who has no hand at an instant ($2) in some reviews and fundings ($3), by each of them.
SELECT asked.about, told.file, told.person, told.reason, told.question_fr, told.question_en
FROM unnest($3::text[]) AS asked (about)
LEFT JOIN read_models.reviews AS review ON review.organisation = $1 AND review.file = asked.about
JOIN read_models.conflicts AS told
    ON told.organisation = $1 AND told.request = coalesce('funding:' || review.funding, asked.about)
WHERE told.ends_at IS NULL OR told.ends_at > $2
ORDER BY asked.about, told.file, told.person, told.reason;
