-- How far each follower of the ledger has come, and which files it still owes a wake.

CREATE TABLE follower.checkpoint (
    organisation text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    beat_at timestamptz NOT NULL,
    PRIMARY KEY (organisation, name)
);

CREATE TABLE follower.owed (
    organisation text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    since timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    error text,
    PRIMARY KEY (organisation, file)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON follower.checkpoint, follower.owed TO escale_service;
