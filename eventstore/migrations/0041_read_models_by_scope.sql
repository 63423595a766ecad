-- Lists are asked for with what their reader may read: each row says by itself where its file lives and who is involved
-- in it. What other read models know of files that stand here already is taken from them; a rebuild gives the same.
ALTER TABLE read_models.agenda
    ADD COLUMN region text COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN involved text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN read_models.agenda.region IS 'Of its file; empty: not known, and shown to none but who reads everywhere.';
COMMENT ON COLUMN read_models.agenda.involved IS 'Of a review: who has or had a seat, and delegates.';

ALTER TABLE read_models.tasks
    ADD COLUMN file_region text COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN involved text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN read_models.tasks.file_region IS 'Where its file lives, wherever roles count; empty: bank details live nowhere.';
COMMENT ON COLUMN read_models.tasks.involved IS 'Of a review: who has or had a seat, and delegates.';

WITH known AS (
    SELECT organisation, file, region, '{}'::text[] AS involved FROM read_models.portfolio
    UNION ALL SELECT organisation, file, region, '{}' FROM read_models.fundings
    UNION ALL SELECT organisation, file, region, involved FROM read_models.reviews
)
UPDATE read_models.agenda AS line SET region = known.region, involved = known.involved
FROM known WHERE known.organisation = line.organisation AND known.file = line.file;

WITH known AS (
    SELECT organisation, file, region, '{}'::text[] AS involved FROM read_models.portfolio
    UNION ALL SELECT organisation, file, region, '{}' FROM read_models.fundings
    UNION ALL SELECT organisation, file, region, involved FROM read_models.reviews
)
UPDATE read_models.tasks AS line SET file_region = known.region, involved = known.involved
FROM known WHERE known.organisation = line.organisation AND known.file = line.file;

-- Pages go on after the last row of the one before, in the order of the list.
CREATE INDEX portfolio_by_name ON read_models.portfolio (organisation, name, file);
CREATE INDEX fundings_by_name ON read_models.fundings (organisation, name, cooperation);
CREATE INDEX tasks_by_since ON read_models.tasks (organisation, since, file);
