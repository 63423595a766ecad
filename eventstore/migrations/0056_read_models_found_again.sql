-- Cooperations are found by words, by when people last had contact, by call and stage, and stand in the order of any of
-- these; tasks and deadlines say which cooperation they are about, and tasks which roles, held where, let somebody see to
-- them. These lists are folded anew from the ledger: nothing that stands in them says what is asked for now.
DELETE FROM read_models.portfolio;
DELETE FROM read_models.tasks;
DELETE FROM read_models.agenda;
DELETE FROM read_models.checkpoints WHERE model IN ('portfolio', 'tasks', 'agenda');

ALTER TABLE read_models.portfolio
    ADD COLUMN sort_name text COLLATE "C" NOT NULL,
    ADD COLUMN search text COLLATE "C" NOT NULL,
    ADD COLUMN entered_on date NOT NULL,
    ADD COLUMN last_contact_on date,
    ADD COLUMN call text COLLATE "C",
    ADD COLUMN stage text COLLATE "C";
COMMENT ON COLUMN read_models.portfolio.sort_name IS 'The name in small letters without accents.';
COMMENT ON COLUMN read_models.portfolio.search IS
    'Its words in small letters without accents, the codes of its communes and the ids of its managers, each after a blank.';
COMMENT ON COLUMN read_models.portfolio.entered_on IS 'The first day that the moment may mean at which the phase was entered.';
COMMENT ON COLUMN read_models.portfolio.last_contact_on IS 'The last day that the moment of the last contact may mean.';

ALTER TABLE read_models.tasks
    ADD COLUMN programme text COLLATE "C" NOT NULL,
    ADD COLUMN cooperation text COLLATE "C" NOT NULL,
    ADD COLUMN file_name text NOT NULL,
    ADD COLUMN needs text[] COLLATE "C" NOT NULL;
COMMENT ON COLUMN read_models.tasks.file_name IS 'What the cooperation is called that its file is, or belongs to; empty: it is about none.';
COMMENT ON COLUMN read_models.tasks.needs IS
    'Who may be meant, one entry each: a person, a role held somewhere (role@region, role@* for all), or a person in such a role.';

ALTER TABLE read_models.agenda
    ADD COLUMN programme text COLLATE "C" NOT NULL,
    ADD COLUMN cooperation text COLLATE "C" NOT NULL,
    ADD COLUMN file_name text NOT NULL;

-- Each order of the list has its index, read forwards or backwards; the columns of the board have one of their own.
DROP INDEX read_models.portfolio_by_name;
CREATE INDEX portfolio_by_sort_name ON read_models.portfolio (organisation, sort_name, file);
CREATE INDEX portfolio_by_due ON read_models.portfolio (organisation, coalesce(next_due_on, 'infinity'), file);
CREATE INDEX portfolio_by_contact ON read_models.portfolio (organisation, coalesce(last_contact_on, '-infinity'), file);
CREATE INDEX portfolio_by_entry ON read_models.portfolio (organisation, entered_on, file);
CREATE INDEX portfolio_by_phase ON read_models.portfolio
    (organisation, phase, status, coalesce(next_due_on, 'infinity'), file);
CREATE INDEX tasks_by_need ON read_models.tasks USING gin (needs);
