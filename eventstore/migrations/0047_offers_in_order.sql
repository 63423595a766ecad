-- The fields of a command are kept in the order in which it asks for them, as people type them; jsonb would sort them.
ALTER TABLE read_models.tasks
    ALTER COLUMN offers DROP DEFAULT,
    ALTER COLUMN offers TYPE json USING offers::json,
    ALTER COLUMN offers SET DEFAULT '[]';
