-- name: active
-- Who is to be told, and up to where deliveries were made.
SELECT id, organisation, families, position FROM webhooks.subscriptions WHERE stopped_at IS NULL ORDER BY id;

-- name: move
-- Deliveries were made up to a position ($3), unless somebody was quicker or began again elsewhere than at $2.
UPDATE webhooks.subscriptions SET position = $3 WHERE id = $1 AND position = $2 RETURNING true;

-- name: queue
-- An event is to be sent.
INSERT INTO webhooks.deliveries (subscription, position, stream, type, message) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (subscription, position) DO NOTHING;

-- name: take
-- The delivery that is due longest, for a while ($1): of each file the earliest alone, and one at a time to each receiver.
WITH due AS (
    SELECT given.subscription, given.position
    FROM webhooks.deliveries AS given
    JOIN webhooks.subscriptions AS one ON one.id = given.subscription AND one.stopped_at IS NULL
    WHERE given.state = 'queued' AND given.next_at <= now() AND (given.taken_until IS NULL OR given.taken_until <= now())
        AND NOT EXISTS (
            SELECT FROM webhooks.deliveries AS earlier
            WHERE earlier.subscription = given.subscription AND earlier.stream = given.stream
                AND earlier.state = 'queued' AND earlier.position < given.position
        )
        AND NOT EXISTS (
            SELECT FROM webhooks.deliveries AS other
            WHERE other.subscription = given.subscription AND other.state = 'queued' AND other.taken_until > now()
        )
    ORDER BY given.next_at, given.position
    LIMIT 1
    FOR UPDATE OF given SKIP LOCKED
)
UPDATE webhooks.deliveries AS taken
SET taken_until = now() + $1::interval, attempts = taken.attempts + 1
FROM due JOIN webhooks.subscriptions AS one ON one.id = due.subscription
WHERE taken.subscription = due.subscription AND taken.position = due.position
RETURNING
    one.id AS subscription, one.organisation, one.person, one.url, one.secret,
    CASE WHEN one.earlier_until > now() THEN one.earlier END AS earlier,
    taken.position, taken.type, taken.message, taken.attempts,
    extract(epoch FROM now() - taken.failing_since)::float8 AS failing_seconds;

-- name: conclude
-- What came of an attempt ($3); nothing where it was taken from its sender meanwhile.
UPDATE webhooks.deliveries
SET state = $4, status = $5, problem = $6, taken_until = NULL, changed_at = now(),
    next_at = now() + coalesce($7::interval, '0'),
    failing_since = CASE WHEN $4 = 'queued' THEN coalesce(failing_since, now()) END
WHERE subscription = $1 AND position = $2 AND attempts = $3 AND state = 'queued';

-- name: stop
-- Nothing is sent until somebody sees to it.
UPDATE webhooks.subscriptions SET stopped_at = now(), stopped_for = $2 WHERE id = $1 AND stopped_at IS NULL;

-- name: sweep
-- What was sent long ago ($1).
DELETE FROM webhooks.deliveries WHERE state <> 'queued' AND changed_at < now() - $1::interval;
