-- One act for several files: what was typed, and for each file what became of it.
CREATE TABLE workspace.jobs (
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    job text COLLATE "C" NOT NULL,
    command text NOT NULL,
    typed text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organisation, person, job)
);
COMMENT ON COLUMN workspace.jobs.typed IS 'A JSON object: the names of the form and what was typed. Private text.';

CREATE TABLE workspace.job_items (
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    job text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    file text COLLATE "C" NOT NULL,
    outcome text CHECK (outcome IN ('recorded', 'refused')),
    said_fr text,
    said_en text,
    PRIMARY KEY (organisation, person, job, number),
    FOREIGN KEY (organisation, person, job) REFERENCES workspace.jobs ON DELETE CASCADE
);
COMMENT ON COLUMN workspace.job_items.outcome IS 'NULL: it was not tried yet, or nobody knows.';

GRANT SELECT, INSERT, UPDATE, DELETE ON workspace.jobs, workspace.job_items TO escale_service;
