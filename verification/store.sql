-- name: patience
-- Let one query of this session take longer than people would wait.
SELECT set_config('statement_timeout', $1, false);
