-- name: add
-- Somebody else is told, from here on.
INSERT INTO webhooks.subscriptions (id, organisation, person, url, families, secret, position)
VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: of_organisation
-- Who is told, the oldest first, and how much waits to be sent to each.
SELECT
    one.id, one.organisation, one.person, one.url, one.families, one.position, one.made_at, one.stopped_at,
    one.stopped_for, one.earlier_until,
    (SELECT count(*) FROM webhooks.deliveries AS waiting WHERE waiting.subscription = one.id AND waiting.state = 'queued')
    AS waiting
FROM webhooks.subscriptions AS one
WHERE one.organisation = $1 AND ($2::text IS NULL OR one.id = $2)
ORDER BY one.made_at, one.id;

-- name: rotate
-- Another secret; the one before signs as well for a while.
UPDATE webhooks.subscriptions SET earlier = secret, earlier_until = now() + $4::interval, secret = $3
WHERE organisation = $1 AND id = $2;

-- name: resume
-- It is sent to again.
UPDATE webhooks.subscriptions SET stopped_at = NULL, stopped_for = NULL WHERE organisation = $1 AND id = $2
RETURNING true;

-- name: try_again
-- What waits is tried at once, as if it had never failed.
UPDATE webhooks.deliveries SET failing_since = NULL, attempts = 0, next_at = now() WHERE subscription = $1 AND state = 'queued';

-- name: end
-- Nothing is sent any more.
DELETE FROM webhooks.subscriptions WHERE organisation = $1 AND id = $2;

-- name: replay
-- All from a position on is sent once more.
UPDATE webhooks.subscriptions SET position = least(position, $3::bigint - 1) WHERE organisation = $1 AND id = $2
RETURNING true;

-- name: forget_sent
-- What was sent from there on is sent again when its turn comes.
DELETE FROM webhooks.deliveries WHERE subscription = $1 AND position >= $2;

-- name: ping
-- A trial, ahead of what waits.
INSERT INTO webhooks.deliveries (subscription, position, stream, type, message)
SELECT id, 0, '', $3, $4 FROM webhooks.subscriptions WHERE organisation = $1 AND id = $2
ON CONFLICT (subscription, position) DO UPDATE
SET message = excluded.message, state = 'queued', attempts = 0, next_at = now(), failing_since = NULL,
    taken_until = NULL, status = NULL, problem = NULL, changed_at = now();

-- name: deliveries
-- The last deliveries, the newest change first.
SELECT given.position, given.type, given.message, given.state, given.attempts, given.next_at, given.status, given.problem, given.changed_at
FROM webhooks.deliveries AS given
JOIN webhooks.subscriptions AS one ON one.id = given.subscription
WHERE one.organisation = $1 AND one.id = $2
ORDER BY given.changed_at DESC, given.position DESC
LIMIT $3;
