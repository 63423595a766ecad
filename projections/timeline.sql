-- name: timeline
-- The history of a file and of its reviews and fundings, in the order of recording, as it was known at an instant;
-- NULL means now.
WITH beside AS (
    SELECT CASE type
        WHEN 'ReviewAsked' THEN 'review:' || (details ->> 'review') ELSE 'funding:' || (details ->> 'funding')
    END AS file
    FROM read_models.timeline
    WHERE organisation = $1 AND file = $2 AND type IN ('ReviewAsked', 'FundingAsked')
)
SELECT
    file, entry, position, type, effective_at, recorded_at, actor, command_id, correlation, rulebook, details::text
FROM read_models.timeline
WHERE organisation = $1 AND (file = $2 OR file IN (SELECT file FROM beside))
    AND ($3::timestamptz IS NULL OR recorded_at <= $3)
ORDER BY position;
