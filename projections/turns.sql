-- name: take_turn
-- Take the turn to fold a ledger, unless somebody has it: the lock ends with the connection, so a dead one has none.
SELECT pg_try_advisory_lock('read_models.checkpoints'::regclass::integer, hashtext($1));
