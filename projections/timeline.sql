-- name: timeline
-- The history of a file in the order of recording, as it was known at an instant; NULL means now.
SELECT entry, position, type, effective_at, recorded_at, actor, command_id, correlation, rulebook, details::text
FROM read_models.timeline
WHERE organisation = $1 AND file = $2 AND ($3::timestamptz IS NULL OR recorded_at <= $3)
ORDER BY entry;
