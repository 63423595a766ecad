-- name: make
-- An address for a calendar; nothing changes where there is one.
INSERT INTO access.feeds (digest, seed, organisation, person, kind, about) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (organisation, person, kind, about) DO NOTHING;

-- name: renew
-- Another address for the same calendar: the old one is none from now on.
UPDATE access.feeds SET digest = $1, seed = $2, made_at = now()
WHERE organisation = $3 AND person = $4 AND kind = $5 AND about = $6;

-- name: end
-- No address any more.
DELETE FROM access.feeds WHERE organisation = $1 AND person = $2 AND kind = $3 AND about = $4;

-- name: find
-- What an address leads to.
SELECT organisation, person, kind, about FROM access.feeds WHERE digest = $1;

-- name: of_person
-- The calendars of somebody, their own first.
SELECT organisation, person, kind, about, made_at, digest, seed FROM access.feeds
WHERE organisation = $1 AND person = $2
ORDER BY kind <> 'mine', kind DESC, about;
