-- Where days begin and end: roles hold by the days of the region that they are looked up for.
CREATE TABLE read_models.zones (
    organisation text COLLATE "C" NOT NULL,
    region text COLLATE "C" NOT NULL,
    zone text NOT NULL,
    PRIMARY KEY (organisation, region)
);
COMMENT ON COLUMN read_models.zones.region IS 'A region that a rulebook names; * for the organisation itself.';

GRANT SELECT, INSERT, UPDATE, DELETE ON read_models.zones TO escale_service;

-- Rows written before know one zone only: `escale rebuild` puts right those of files elsewhere.
ALTER TABLE read_models.agenda ADD COLUMN zone text NOT NULL DEFAULT 'Europe/Paris';
ALTER TABLE read_models.tasks ADD COLUMN zone text NOT NULL DEFAULT 'Europe/Paris';
