-- Tasks say by which commands they are answered, which panel or instrument is asked, and in which files what is awaited is done;
-- a seat waits to be taken only while its member does not hold its role. Rows that stand already say nothing of it until
-- their file moves on; `escale rebuild` writes them all.
ALTER TABLE read_models.tasks
    ADD COLUMN of_fr text,
    ADD COLUMN of_en text,
    ADD COLUMN awaits text[] NOT NULL DEFAULT '{}',
    ADD COLUMN unless_holds text[] NOT NULL DEFAULT '{}',
    ADD COLUMN offers jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN read_models.tasks.awaits IS 'The keys of the files in which what is awaited is done.';
COMMENT ON COLUMN read_models.tasks.unless_holds IS 'Person, role, region (wherever, if none): it waits only while they do not hold that role there.';
COMMENT ON COLUMN read_models.tasks.offers IS 'Commands that answer it, each with the fields that are known.';
