-- Who looked at bank details in full, or took a file for the bank away.
CREATE TABLE access.readings (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    what text NOT NULL,
    file text COLLATE "C" NOT NULL
);
CREATE INDEX readings_of_organisation ON access.readings (organisation, id);
COMMENT ON TABLE access.readings IS 'Who read bank details in full, and when: ids only. Kept for a year.';

GRANT SELECT, INSERT, UPDATE, DELETE ON access.readings TO escale_service;
