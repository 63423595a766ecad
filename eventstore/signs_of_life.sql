-- name: last
-- When the service was last seen working.
SELECT seen_at FROM follower.signs_of_life WHERE organisation = $1;

-- name: leave
-- Leave a sign of life; it never goes back.
INSERT INTO follower.signs_of_life (organisation, seen_at) VALUES ($1, $2)
ON CONFLICT (organisation) DO UPDATE SET seen_at = greatest(signs_of_life.seen_at, excluded.seen_at);
