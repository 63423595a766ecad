-- When the service was last seen working, for each organisation in its own time: an old sign of life means an outage.

CREATE TABLE follower.signs_of_life (
    organisation text COLLATE "C" PRIMARY KEY,
    seen_at timestamptz NOT NULL
);
COMMENT ON COLUMN follower.signs_of_life.seen_at IS 'By the organisation''s clock, which a simulation sets itself.';

GRANT SELECT, INSERT, UPDATE ON follower.signs_of_life TO escale_service;
