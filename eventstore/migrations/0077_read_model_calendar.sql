-- Every deadline that ever was, so that copies of it elsewhere can follow: calendars keep what they were given once.

CREATE TABLE read_models.calendar (
    organisation text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    base text COLLATE "C" NOT NULL,
    deadline text NOT NULL,
    name_fr text NOT NULL,
    name_en text NOT NULL,
    day date NOT NULL,
    zone text NOT NULL,
    became text NOT NULL,
    sequence integer NOT NULL,
    changed_at timestamptz NOT NULL,
    cooperation text COLLATE "C" NOT NULL,
    file_name text NOT NULL,
    people text[] NOT NULL,
    managers text[] NOT NULL,
    programme text COLLATE "C" NOT NULL,
    region text COLLATE "C" NOT NULL,
    involved text[] NOT NULL,
    PRIMARY KEY (organisation, file, base)
);
CREATE INDEX calendar_by_change ON read_models.calendar (organisation, changed_at);
COMMENT ON COLUMN read_models.calendar.base IS 'The occurrence before any extension: a deadline that moves stays one entry.';
COMMENT ON COLUMN read_models.calendar.became IS 'open, met, gone (with its phase, its rulebook, or in silence) or closed (with its file).';

GRANT SELECT, INSERT, UPDATE, DELETE ON read_models.calendar TO escale_service;
