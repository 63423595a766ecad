-- What moved a date is read as values, no longer as words of a text. Rows that stand already are converted as they are
-- ('pause continue 2026-07-05 2026-07-15', the rule of an extension being '-'); a rebuild gives the same.
ALTER TABLE read_models.agenda
    ALTER COLUMN moves DROP DEFAULT,
    ALTER COLUMN moves TYPE jsonb USING replace(
        '[' || regexp_replace(
            array_to_string(moves, ','),
            '([a-z]+) ([a-z]+|-) ([0-9-]+) ([0-9-]+)',
            '{"cause": "\1", "rule": "\2", "from_day": "\3", "to_day": "\4"}',
            'g'
        ) || ']',
        '"rule": "-"',
        '"rule": null'
    )::jsonb,
    ALTER COLUMN moves SET DEFAULT '[]';
COMMENT ON COLUMN read_models.agenda.moves IS 'In order: each cause, its rule (null for an extension), from which day to which.';
