-- The agenda tells what the service will do by itself on a day that is known, and which deadlines come of its acts.
ALTER TABLE read_models.agenda ADD COLUMN act text;
COMMENT ON COLUMN read_models.agenda.act IS 'How an act of the service stands (coming, held, announced, asked, refused); NULL for what people owe.';
