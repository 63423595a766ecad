-- A read model that was folded from a history that is no more is told by the hash of the last event folded.

ALTER TABLE read_models.checkpoints ADD COLUMN hash bytea;
COMMENT ON COLUMN read_models.checkpoints.hash IS 'Of the last event folded; null where it is not known.';
