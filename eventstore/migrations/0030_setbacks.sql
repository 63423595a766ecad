-- Ledgers that were seen to go back (a fail-over that lost commits, a restored copy), and the hash by which a follower
-- recognises the history that it has read.

ALTER TABLE follower.checkpoint ADD COLUMN hash bytea;
COMMENT ON COLUMN follower.checkpoint.hash IS 'Of the event at that position; null where it is not known.';

CREATE TABLE follower.setbacks (
    organisation text COLLATE "C" NOT NULL,
    known_position bigint NOT NULL,
    known_hash bytea NOT NULL,
    found_position bigint NOT NULL,
    noticed_at timestamptz NOT NULL,
    settled_at timestamptz,
    PRIMARY KEY (organisation, known_position, known_hash)
);
COMMENT ON COLUMN follower.setbacks.known_position IS 'A position that the ledger no longer bears out.';
COMMENT ON COLUMN follower.setbacks.settled_at IS 'When somebody had dealt with it; null: it is to be dealt with.';

GRANT SELECT, INSERT, UPDATE ON follower.setbacks TO escale_service;
