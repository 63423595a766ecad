-- Lists that people keep under a name, and when they last looked at a page that marks what is new.
CREATE TABLE workspace.views (
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    question text NOT NULL CHECK (length(question) <= 2000),
    kept_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organisation, person, name)
);
COMMENT ON COLUMN workspace.views.question IS 'What the address of the list asks.';

CREATE TABLE workspace.looks (
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    page text COLLATE "C" NOT NULL,
    looked_at timestamptz NOT NULL,
    PRIMARY KEY (organisation, person, page)
);
COMMENT ON COLUMN workspace.looks.looked_at IS 'By the clock of the organisation, which may be a simulation.';

GRANT SELECT, INSERT, UPDATE, DELETE ON workspace.views, workspace.looks TO escale_service;
