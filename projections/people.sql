-- name: forget_people
-- Persons who are written anew.
DELETE FROM people WHERE organisation = $1 AND person = ANY ($2::text[]);

-- name: forget_grants
-- Grants that are written anew.
DELETE FROM grants WHERE organisation = $1 AND id = ANY ($2::text[]);

-- name: people
-- Everybody known, in the order of their ids.
SELECT person, name, email, language FROM read_models.people WHERE organisation = $1 ORDER BY person;

-- name: grants
-- Every role ever granted, in the order of granting.
SELECT id, person, role, region, since, until, revoked_at
FROM read_models.grants WHERE organisation = $1 ORDER BY number;

-- name: forget_zones
-- Regions whose time zone is written anew.
DELETE FROM zones WHERE organisation = $1 AND region = ANY ($2::text[]);

-- name: zones
-- The time zones of regions; under * the organisation's own.
SELECT region, zone FROM read_models.zones WHERE organisation = $1;
