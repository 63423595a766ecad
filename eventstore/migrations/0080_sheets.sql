-- Sheets that people send to be brought in: their cells as they came, which column is what, and how they were tried.
CREATE TABLE workspace.sheets (
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    job text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    name text NOT NULL,
    cells text NOT NULL,
    columns text NOT NULL,
    zeros boolean NOT NULL DEFAULT false,
    tried text NOT NULL DEFAULT '[]',
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organisation, person, job)
);
CREATE INDEX sheets_by_age ON workspace.sheets (made_at);
COMMENT ON COLUMN workspace.sheets.job IS 'Also that of workspace.jobs, once its rows are being recorded.';
COMMENT ON COLUMN workspace.sheets.cells IS 'JSON, with whatever people wrote into them. Private text.';
COMMENT ON COLUMN workspace.sheets.columns IS 'A JSON object: the number of a column, and the field that it is.';
COMMENT ON COLUMN workspace.sheets.zeros IS 'Whether lost zeros are put back before numbers of firms and municipalities.';
COMMENT ON COLUMN workspace.sheets.tried IS 'JSON: what would become of each row, as of when it was tried. Private text.';

-- What headings were taken for, last, in an organisation; said by one of its people, and gone with them.
CREATE TABLE workspace.headings (
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    heading text NOT NULL,
    field text COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, kind, heading)
);
COMMENT ON COLUMN workspace.headings.field IS 'Empty: a column of that heading is left out.';

GRANT SELECT, INSERT, UPDATE, DELETE ON workspace.sheets, workspace.headings TO escale_service;
