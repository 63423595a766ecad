-- What somebody asks of the past under other rules, and how far the answer has come. What differs is read anew from the
-- ledger whenever it is shown: here stand the names of streams alone.
CREATE TABLE workspace.what_ifs (
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    question text COLLATE "C" NOT NULL,
    typed text NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT now(),
    replayed integer NOT NULL DEFAULT 0,
    streams integer NOT NULL DEFAULT 0,
    last text COLLATE "C" NOT NULL DEFAULT '',
    files integer NOT NULL DEFAULT 0,
    decisions integer NOT NULL DEFAULT 0,
    differing text[] COLLATE "C" NOT NULL DEFAULT '{}',
    ended boolean NOT NULL DEFAULT false,
    PRIMARY KEY (organisation, person, question)
);
COMMENT ON COLUMN workspace.what_ifs.typed IS 'A JSON object: the names of the form and what was typed, a whole rulebook perhaps.';
COMMENT ON COLUMN workspace.what_ifs.last IS 'The last stream that was replayed; they are replayed by name.';
COMMENT ON COLUMN workspace.what_ifs.differing IS 'Streams in which a decision would have come out differently.';

GRANT SELECT, INSERT, UPDATE, DELETE ON workspace.what_ifs TO escale_service;
